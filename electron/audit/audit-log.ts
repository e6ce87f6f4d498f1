/** The append-only log: every entry hashes the one before, so that a changed or missing entry breaks the chain behind it. */
import { failed, ok, type Result } from '../../native/failure.ts';
import { type AuditRow, appFailure } from '../contract/index.ts';
import type { KeyPair } from '../sealing/index.ts';
import {
  type Clock,
  type Reader,
  type Store,
  type StoreFailure,
  stateTable,
  type Writer,
} from '../store/index.ts';
import { canonicalBody, entryHash, GENESIS } from './chain.ts';
import { type Checkpoint, signCheckpoint } from './checkpoint.ts';
import { type Entry, entriesAfter, fieldsOf, follows, hexOf, lastEntries } from './entries.ts';
import { type AuditContext, type AuditEvent, type AuditValue, assertImpersonal } from './event.ts';
import { exportTo } from './export.ts';
import { type KnownPart, keepKnownPart, knownPart, nothingKnown, stillThere } from './known-part.ts';
import { merkleRoot, withLeaf } from './merkle.ts';

export interface AuditHead {
  readonly count: number;
  /** 64 hex digits. */
  readonly headHash: string;
}

/** `brokenAt`: the first entry whose number, body or hash does not follow from the one before. */
export type Verification = AuditHead & { readonly brokenAt?: number };

export interface AuditLog {
  /** Durable when it answers; inside a transaction it is part of it. Gives the entry's number. */
  append(context: AuditContext, event: AuditEvent): Result<number, StoreFailure>;
  /** Newest first, those before the entry of this number. */
  list(limit: number, before?: number): Result<readonly AuditRow[], StoreFailure>;
  head(): Result<AuditHead, StoreFailure>;
  verify(): Result<Verification, StoreFailure>;
  /** The same, of what was written since the last look; also tells when the log no longer has what was there then. */
  lookOver(): Result<Verification, StoreFailure>;
  /** From the first entry on, a slice at each call, so that nobody waits; `undefined` until the last. */
  closeLook(): () => Result<Verification, StoreFailure> | undefined;
  /** Where the last look found the chain broken. */
  brokenAt(): number | undefined;
  /**
   * Signs what the log is now, and notes that in the log itself. Fails with AUDIT_CHAIN_BROKEN: nothing is signed that is not whole.
   */
  checkpoint(context: AuditContext, occasion: Occasion): Result<Checkpoint, StoreFailure>;
  /** Writes the log as JSON Lines (format in `chain.ts`) to a file, closed by a checkpoint, which it gives. */
  exportTo(path: string, context: AuditContext): Promise<Result<Checkpoint>>;
}

type Occasion = Extract<AuditEvent, { event: 'CHECKPOINT_SIGNED' }>['occasion'];

const SLICE = 500;
/** Between two of these somebody may tap, also on a computer that takes four times as long. */
const LOOK_SLICE = 100;

/** @param count what is counted of an entry, in its transaction */
export function auditLog(
  store: Store,
  clock: Clock,
  installationId: string,
  signer: KeyPair,
  count: (writer: Writer, context: AuditContext, event: AuditEvent, at: number) => void = () => undefined,
): AuditLog {
  const tail = tailOfLog();
  const state = stateTable(store, clock);
  let broken: number | undefined;

  function append(context: AuditContext, event: AuditEvent): Result<number, StoreFailure> {
    return store.transaction((writer) => {
      const last = tail.within(writer);
      const seq = (last?.seq ?? 0) + 1;
      const at = clock.now();
      const all: Record<string, AuditValue | undefined> = {};
      // Not spread: with this many members that takes ten times as long.
      const fields = present(Object.assign(all, event, context, { seq, at }));
      assertImpersonal(fields);
      const body = canonicalBody(fields);
      const hash = entryHash(last?.hash ?? GENESIS, Buffer.from(body, 'utf8'));
      writer.run('INSERT INTO audit (seq, body, hash) VALUES (?, ?, ?)', seq, body, hash);
      tail.grew(writer, { seq, hash });
      count(writer, context, event, at);
      return ok(seq);
    });
  }

  function lookOver(): Result<Verification, StoreFailure> {
    const looked = throughNew();
    if (!looked.ok) return looked;
    broken = looked.value.brokenAt;
    return ok(verificationOf(looked.value));
  }

  /** In one transaction: what is known is then what the log is. */
  function throughNew(): Result<Walked, StoreFailure> {
    return store.transaction((writer) => {
      const known = knownPart(state);
      if (!known.ok) return known;
      if (!stillThere(writer, known.value)) return ok({ ...known.value, brokenAt: known.value.seq });
      const walked = walk(writer, known.value, Number.POSITIVE_INFINITY);
      if (walked.seq === known.value.seq) return ok(walked);
      const kept = keepKnownPart(state, walked);
      return kept.ok ? ok(walked) : kept;
    });
  }

  /** What was looked at is known from now on, unless the log no longer has what was known of it. */
  function lookedAtAll(reached: Walked): Result<Verification, StoreFailure> {
    if (reached.brokenAt !== undefined) {
      broken = reached.brokenAt;
      return ok(verificationOf(reached));
    }
    return store.transaction((writer) => {
      const known = knownPart(state);
      if (!known.ok) return known;
      const kept = stillThere(writer, known.value) ? keepKnownPart(state, reached) : ok(undefined);
      return kept.ok ? lookOver() : kept;
    });
  }

  function checkpoint(context: AuditContext, occasion: Occasion): Result<Checkpoint, StoreFailure> {
    return store.transaction(() => {
      const looked = throughNew();
      if (!looked.ok) return looked;
      const { seq: count, hash, peaks, brokenAt } = looked.value;
      if (brokenAt !== undefined)
        return failed(appFailure('AUDIT_CHAIN_BROKEN', 'audit', `entry ${brokenAt}`));
      const content = { count, headHash: hexOf(hash), merkleRoot: hexOf(merkleRoot(peaks)) };
      const signed = signCheckpoint({ installationId, ...content, at: clock.now() }, signer);
      const noted = append(context, { event: 'CHECKPOINT_SIGNED', occasion, ...content });
      return noted.ok ? ok(signed) : noted;
    });
  }

  return {
    append,
    head: () => store.read((reader) => headOf(lastEntries(reader, 1)[0])),
    list: (limit, before) => store.read((reader) => lastEntries(reader, limit, before).map(auditRow)),
    verify: () =>
      store.read((reader) => verificationOf(walk(reader, nothingKnown, Number.POSITIVE_INFINITY))),
    lookOver,
    brokenAt: () => broken,
    closeLook() {
      let reached: Walked = nothingKnown;
      return () => {
        const walked = store.read((reader) => walk(reader, reached, LOOK_SLICE));
        if (!walked.ok) return walked;
        const finished = walked.value.brokenAt !== undefined || walked.value.seq - reached.seq < LOOK_SLICE;
        reached = walked.value;
        if (!finished) return undefined;
        return lookedAtAll(reached);
      };
    },
    checkpoint,
    exportTo: (path, context) =>
      exportTo(path, {
        publicKey: signer.publicKey,
        checkpoint: () => checkpoint(context, 'EXPORT'),
        slice: (after, limit) => store.read((reader) => entriesAfter(reader, after, limit)),
      }),
  };
}

type Walked = KnownPart & { readonly brokenAt?: number };

/** Goes on in order from where somebody stands, at most so many entries, until one does not follow from the one before. */
function walk(reader: Reader, from: KnownPart, most: number): Walked {
  let last = from;
  for (let left = most; left > 0; left -= SLICE) {
    const slice = entriesAfter(reader, last.seq, Math.min(left, SLICE));
    for (const entry of slice) {
      if (!follows(last, entry)) return { ...last, brokenAt: last.seq + 1 };
      last = { seq: entry.seq, hash: entry.hash, peaks: withLeaf(last.peaks, last.seq, entry.hash) };
    }
    if (slice.length < SLICE) break;
  }
  return last;
}

function verificationOf({ seq, hash, brokenAt }: Walked): Verification {
  return { count: seq, headHash: hexOf(hash), ...(brokenAt === undefined ? {} : { brokenAt }) };
}

type Link = Pick<Entry, 'seq' | 'hash'>;

interface Tail {
  /** The last link as the transaction of this writer sees it. */
  within(writer: Writer): Link | undefined;
  grew(writer: Writer, link: Link): void;
}

/**
 * Spares each entry the reading of the one before. One connection writes, so what was committed is known, and so is what the
 * running transaction has appended; after one that failed, the log is read again.
 */
function tailOfLog(): Tail {
  let durable: Link | undefined;
  let appended: { readonly by: Writer; readonly link: Link } | undefined;
  return {
    within: (writer) => (appended?.by === writer ? appended.link : (durable ?? lastEntries(writer, 1)[0])),
    grew(writer, link) {
      appended = { by: writer, link };
      durable = undefined;
      writer.afterCommit(() => {
        // Who heard of the commit before this may have appended already; theirs is then the last word.
        if (appended?.by === writer) durable = appended.link;
      });
    },
  };
}

function headOf(entry: Entry | undefined): AuditHead {
  return { count: entry?.seq ?? 0, headHash: hexOf(entry?.hash ?? GENESIS) };
}

function auditRow(entry: Entry): AuditRow {
  const body = fieldsOf(entry.body);
  return {
    seq: entry.seq,
    at: Number(body.at),
    actor: String(body.actor),
    event: String(body.event),
    about: aboutOf(body),
    visitId: body.visitId === undefined ? null : String(body.visitId),
    outcome: body.outcome === undefined ? null : String(body.outcome),
    details: detailsOf(body),
  };
}

/** What has a column of its own in the trail, and what means nothing to a reader. */
const NOT_DETAILS: ReadonlySet<string> = new Set([
  ...['seq', 'at', 'actor', 'event', 'counter', 'agreementId', 'profileVersion', 'visitId', 'outcome'],
  ...['personId', 'secondOfficer', 'nikHash'],
]);

/** The rest of an entry, as it stands in the log: `from READY`, `to ACTIVE`. */
function detailsOf(body: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(body)
    .filter(([name, value]) => !NOT_DETAILS.has(name) && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`);
}

/** A person before an agreement: an entry about somebody's account is worth nothing without whose. */
function aboutOf(body: Readonly<Record<string, unknown>>): string | null {
  const { personId, secondOfficer, operatorId, agreementId } = body;
  const about = personId ?? secondOfficer ?? operatorId ?? agreementId;
  return about === undefined ? null : String(about);
}

/** Fields that are there; measured times become whole numbers, which is all the canonical form knows. */
function present(
  fields: Readonly<Record<string, AuditValue | undefined>>,
): Readonly<Record<string, AuditValue>> {
  const kept: Record<string, AuditValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) kept[name] = typeof value === 'number' ? Math.round(value) : value;
  }
  return kept;
}
