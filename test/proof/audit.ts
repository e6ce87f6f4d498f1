/**
 * The proof of the witness: exported logs are changed at random – entries changed, removed, inserted, reordered, cut off, the chain
 * behind them perhaps made anew – and the verifier, given the checkpoint from paper, has to name the place each time.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { auditLog, checkpointText } from '../../electron/audit/index.ts';
import { newSigningPair, openStore, systemClock } from '../../electron/store/index.ts';
import type { Result } from '../../native/failure.ts';
import { verifyLog } from '../../scripts/audit-verify.mjs';
import { readCheckpoint } from '../../scripts/checkpoint-text.mjs';
import type { Campaign, Verdict } from './campaign.ts';

const LONGEST = 40;
const INSTALLATION = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

interface Exported {
  /** Without the closing line. */
  readonly entries: readonly string[];
  readonly closing: string;
  /** As they stand on paper: of the export, and of the close of a day in the middle of it. */
  readonly papers: readonly string[];
}

/** What was done, the words for it, at which entry, and the last entry that the verifier may name for it. */
interface Mutation {
  readonly what: string;
  readonly told: RegExp;
  readonly entries: readonly string[];
  readonly at: number;
  readonly last: number;
  readonly rewritten: boolean;
  /** Without it where the tail goes together with the closing line. */
  readonly closed: boolean;
  /** The bytes of the file, where it is not made of the entries and the closing line. */
  readonly file?: Buffer;
  /** Without a paper to hold it against. */
  readonly bare?: boolean;
}

export async function proveAudit({ count, seed, say }: Campaign): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'ketuk-proof-audit-'));
  let located = 0;
  try {
    const exported = await exportedLog(folder);
    const mutations = fc.sample(mutationsOf(exported), { numRuns: count, seed });
    let smallest: { readonly size: number; readonly line: string } | undefined;
    for (const [index, mutation] of mutations.entries()) {
      const verdict = await verified(folder, exported, mutation);
      if (isLocated(verdict, mutation)) located += 1;
      else if (smallest === undefined || mutation.entries.length < smallest.size) {
        const size = mutation.entries.length;
        smallest = { size, line: `mutation ${index + 1}: ${mutation.what}; told: ${verdict.line}` };
      }
    }
    if (smallest !== undefined) say(`smallest case: --seed ${seed} ${smallest.line}`);
    return { held: located === count, figures: { mutations: count, located } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Told = Awaited<ReturnType<typeof verifyLog>>;

/**
 * What it tells must hold the place and be narrow: an entry and the one before it, whose own hash may be at fault, or, only where the
 * chain was made anew, the stretch between two checkpoints.
 */
function isLocated({ whole, entries, line }: Told, { told, at, last, rewritten }: Mutation): boolean {
  if (whole || entries === undefined || !told.test(line)) return false;
  const [from, to] = entries;
  return from <= at && at <= to && to <= last && (rewritten || from >= at - 1);
}

async function verified(
  folder: string,
  { closing, papers }: Exported,
  { entries, closed, file: bytes, bare }: Mutation,
) {
  const file = join(folder, 'changed.jsonl');
  writeFileSync(file, bytes ?? fileOf([...entries, ...(closed ? [closing] : [])]));
  return verifyLog(file, bare ? [] : papers.map(typed));
}

function fileOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

function typed(paper: string) {
  const checkpoint = readCheckpoint(paper);
  if (typeof checkpoint === 'string') throw new Error(checkpoint);
  return checkpoint;
}

/** Written and exported by the program's own log, through its own database. */
async function exportedLog(folder: string): Promise<Exported> {
  const store = must(openStore({ path: join(folder, 'audit.db'), key: new Uint8Array(32).fill(7) }));
  const log = auditLog(store, systemClock, INSTALLATION, newSigningPair());
  const by = { actor: 'uji-widodo', counter: 'Loket 1', agreementId: 'PKS-CONTOH' };
  const papers: string[] = [];
  for (let entry = 1; entry <= LONGEST; entry += 1) {
    must(log.append(by, { event: 'SETTING_CHANGED', setting: 'language', value: `${entry} "é"` }));
    if (entry === LONGEST / 2) papers.push(checkpointText(must(log.checkpoint(by, 'DAY_CLOSE'))));
  }
  const path = join(folder, 'audit.jsonl');
  papers.push(checkpointText(must(await log.exportTo(path, by))));
  store.close();
  const entries = readFileSync(path, 'utf8').trimEnd().split('\n');
  const closing = entries.pop() ?? '';
  return { entries, closing, papers };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function mutationsOf({ entries, closing, papers }: Exported): fc.Arbitrary<Mutation> {
  const count = entries.length;
  const file = fileOf([...entries, closing]);
  const ends = papers.map((paper) => typed(paper).count);
  const endOf = (entry: number) => ends.find((end) => end >= entry) ?? count;
  const place = fc.integer({ min: 1, max: count });
  const line = (entry: number) => entries[entry - 1] ?? '';
  const mutated = (
    told: RegExp,
    what: string,
    at: number,
    to: readonly string[],
    more: Partial<Mutation> = {},
  ): Mutation => ({
    told,
    what: `${what} at entry ${at}`,
    entries: to,
    at,
    last: at,
    rewritten: false,
    closed: true,
    ...more,
  });
  return fc.oneof(
    fc.tuple(place, fc.nat()).map(([at, where]) => {
      const changed = flipped(line(at), where % line(at).length);
      return mutated(
        /changed/,
        `character ${where % line(at).length} changed`,
        at,
        entries.with(at - 1, changed),
      );
    }),
    place.map((at) => mutated(/changed/, 'content changed', at, entries.with(at - 1, forged(line(at))))),
    place.map((at) => {
      const changed = chained(entries.with(at - 1, forged(line(at))), at, at);
      // At the end of a stretch it is the checkpoint that does not fit, and no entry behind it.
      const rewritten = at === endOf(at);
      return mutated(/changed|rewritten/, 'content and its hash changed', at, changed, {
        last: rewritten ? at : at + 1,
        rewritten,
      });
    }),
    place.map((at) => {
      const changed = chained(entries.with(at - 1, forged(line(at))), at, count);
      return mutated(/rewritten/, 'changed and the chain made anew', at, changed, {
        last: endOf(at),
        rewritten: true,
      });
    }),
    fc.tuple(place, fc.integer({ min: 1, max: 5 })).map(([at, many]) => {
      const gone = Math.min(many, count + 1 - at);
      return mutated(/removed|cut off/, `${gone} removed`, at, entries.toSpliced(at - 1, gone), {
        last: at + gone - 1,
      });
    }),
    fc.tuple(place, place).map(([at, of]) => {
      // Of a copy right before its original, the second of the two is the one too many.
      const shown = of === at ? at + 1 : at;
      return mutated(/inserted/, `entry ${of} inserted again`, shown, entries.toSpliced(at - 1, 0, line(of)));
    }),
    place.map((at) =>
      mutated(/inserted/, 'a forged one inserted', at, entries.toSpliced(at - 1, 0, forged(line(at)))),
    ),
    place.map((at) => {
      const longer = chained(entries.toSpliced(at - 1, 0, forged(line(at))), at, at);
      const rewritten = at === endOf(at);
      return mutated(/inserted|rewritten/, 'a forged one with a right hash inserted', at, longer, {
        last: at + 1,
        rewritten,
      });
    }),
    twoOf(place).map(([one, other]) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      const swapped = entries.with(low - 1, line(high)).with(high - 1, line(low));
      return mutated(/reordered/, `exchanged with entry ${high}`, low, swapped);
    }),
    twoOf(place).map(([at, to]) => {
      const moved = entries.toSpliced(at - 1, 1).toSpliced(to - 1, 0, line(at));
      return mutated(/reordered/, `entry ${at} moved to ${to}`, Math.min(at, to), moved);
    }),
    fc
      .tuple(place, fc.boolean())
      .map(([at, closed]) =>
        mutated(/cut off/, 'tail cut off', at, entries.slice(0, at - 1), { last: count, closed }),
      ),
    place.map((at) =>
      mutated(/cut off/, 'tail and closing line cut off, no paper', at, entries.slice(0, at - 1), {
        closed: false,
        bare: true,
      }),
    ),
    // But for the last line feed, without which the log is whole.
    fc.nat({ max: file.length - 2 }).map((length) => {
      const cut = file.subarray(0, length);
      const at = cut.toString().split('\n').length + (file[length] === 10 ? 1 : 0);
      return mutated(/cut off/, `cut at byte ${length}`, at, entries.slice(0, at), { file: cut, bare: true });
    }),
    place.map((at) => {
      const { body } = JSON.parse(forged(line(at))) as { body: string };
      const doubled = line(at).replace('{', () => `{"body":${JSON.stringify(body)},`);
      return mutated(/changed/, 'another body in front of the true one', at, entries.with(at - 1, doubled));
    }),
    fc.nat({ max: closing.length - 1 }).map((where) => {
      const changed = fileOf([...entries, flipped(closing, where)]);
      const what = `character ${where} of the closing line changed`;
      return mutated(/closing line|last line/, what, count + 1, entries, { file: changed });
    }),
    fc.tuple(place, fc.integer({ min: 1, max: 2 * LONGEST })).map(([at, seq]) => {
      const foreign = forged(line(at)).replace(/\\"seq\\":\d+/, () => `\\"seq\\":${seq}`);
      return mutated(/inserted/, `a forged entry ${seq} inserted`, at, entries.toSpliced(at - 1, 0, foreign));
    }),
  );
}

function twoOf(place: fc.Arbitrary<number>): fc.Arbitrary<[number, number]> {
  return fc.tuple(place, place).filter(([one, other]) => one !== other);
}

/** Another character in its place, of a kind that keeps the line readable more often than not. */
function flipped(line: string, at: number): string {
  return line.slice(0, at) + (line[at] === '7' ? '8' : '7') + line.slice(at + 1);
}

/** As somebody would who has something to hide. */
function forged(line: string): string {
  const { body, hash } = JSON.parse(line) as { body: string; hash: string };
  return JSON.stringify({ body: body.replace('uji-widodo', 'peraga-santoso'), hash });
}

/** With the hashes from one entry to another made to fit. */
function chained(lines: readonly string[], from: number, to: number): string[] {
  let previous: Buffer = Buffer.alloc(32);
  return lines.map((line, index) => {
    const { body, hash } = JSON.parse(line) as { body: string; hash: string };
    const inside = index + 1 >= from && index + 1 <= to;
    const right = createHash('sha256').update(previous).update(body).digest();
    previous = inside ? right : Buffer.from(hash, 'hex');
    return JSON.stringify({ body, hash: previous.toString('hex') });
  });
}
