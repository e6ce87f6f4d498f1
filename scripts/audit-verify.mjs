/**
 * `npm run audit:verify -- FILE [--checkpoint TEXT]… [--public-key HEX]`: verifies an exported audit log. Written from the description of
 * the formats in `electron/audit/chain.ts` and `checkpoint.ts`, sharing no code with the writer, so that a mistake of the one is not a
 * blind spot of the other. Needs nothing but Node, and little memory for a log of any length. Prints one line; exit code 0: the log is
 * whole; 1: it is not, and the line names the entry; 2: wrong arguments, a mistyped checkpoint or no such file.
 */
import { createPublicKey, hash, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCheckpoint } from './checkpoint-text.mjs';

const usage = 'usage: npm run audit:verify -- FILE [--checkpoint TEXT|COUNT:HASH]… [--public-key HEX]';
/** @typedef {import('./checkpoint-text.mjs').Checkpoint} Checkpoint */
/** @typedef {{ seq: number, body: string, hash: string, told?: string | undefined }} Entry */
/** @typedef {{ count: number, head: Buffer, peaks: Buffer[] }} Log */
/** @typedef {{ at: number, log: Log, entry: Entry | undefined, next?: Entry, later?: boolean, twice?: boolean, total: number }} Break */
/** `entries`: from where to where it is broken. @typedef {{ whole: boolean, line: string, entries?: [number, number] }} Verdict */

/** @param {Uint8Array[]} parts @returns {Buffer} */
const sha256 = (...parts) => hash('sha256', Buffer.concat(parts), 'buffer');
/** @param {Uint8Array} previous @param {Entry | undefined} entry */
const fits = (previous, entry) =>
  !!entry && hash('sha256', Buffer.concat([previous, Buffer.from(entry.body)])) === entry.hash;
/** @param {number} from @param {number} to @param {string} text @returns {Verdict} */
const broken = (from, to, text) => ({ whole: false, line: `audit: ${text}`, entries: [from, to] });
/** @param {number} at @param {string} what */
const oneEntry = (at, what) => broken(at, at, `entry ${at} was ${what}`);

/** @param {string} file @param {readonly Checkpoint[]} [papers] @param {string} [key] 64 hex digits; else the export's own */
export async function verifyLog(file, papers = [], key) {
  /** @type {Log} */
  const log = { count: 0, head: Buffer.alloc(32), peaks: [] };
  const counts = papers.map((paper) => paper.count);
  const compared = () =>
    papers.map((paper) => paper.count === log.count && misfit(paper, log, key)).find(Boolean);
  /** @type {Break | undefined} */
  let fault;
  let wrong = compared();
  let end = '';
  for await (const [line, isLast] of linesOf(file)) {
    if (wrong) break;
    const entry = readEntry(line);
    if (isLast && !entry) end = line;
    else if (fault) look(fault, entry);
    else if (!entry && readClosing(line)?.checkpoint.count === log.count)
      return broken(log.count + 1, log.count + 1, 'inserted behind the closing line');
    else if (entry?.seq !== log.count + 1 || !fits(log.head, entry))
      fault = { at: log.count + 1, log, entry, total: log.count + 1 };
    else {
      const lied = entry.told !== undefined && entry.told !== log.head.toString('hex');
      grow(log, Buffer.from(entry.hash, 'hex'));
      wrong = lied ? 'the last of them tells another hash' : compared();
    }
  }
  const { count } = log;
  const from = Math.max(0, ...counts.filter((one) => one < count)) + 1;
  const rewritten = from > count ? 'before entry 1' : `between entry ${from} and entry ${count}`;
  if (wrong) return broken(from, Math.max(from, count), `rewritten ${rewritten}: ${wrong}`);
  const closing = readClosing(end);
  const closed = closing?.checkpoint.count ?? Infinity;
  const most = Math.max(closing ? closed : 0, ...counts);
  if (fault) return whatHappened(fault, closed, most);
  const behind = (/** @type {string} */ text) => broken(count + 1, Math.max(most, count + 1), text);
  const cut = `cut off after entry ${count}`;
  if (count < most) return behind(`${cut}; the checkpoint counts ${most}`);
  const proven = counts.includes(count);
  if (closing) {
    const foreign = key && key !== closing.key ? 'it bears another key' : undefined;
    const problem = foreign ?? misfit(closing.checkpoint, log, closing.key);
    if (problem && proven) return behind(`the closing line was changed: ${problem}`);
    if (closed < count)
      return broken(most + 1, count, `entry ${most + 1} was inserted behind the closing checkpoint`);
    if (problem) return broken(from, count, `rewritten ${rewritten}: ${problem} (closing line)`);
  } else if (/^{"checkpoint".*}$/.test(end)) return behind('the closing line was changed: it does not read');
  else if (end) return behind(`${cut}: the last line is not complete`);
  // An export ends with its closing line; without it only a checkpoint says that nothing is missing.
  else if (!proven) return behind(`${cut}: the closing line is missing`);
  return { whole: true, line: `audit: ${count} entries, whole, head ${log.head.toString('hex')}` };
}

/** Lines, and whether nothing but empty ones follow. @param {string} file @returns {AsyncGenerator<[string, boolean]>} */
async function* linesOf(file) {
  let lines = [''];
  let mark = '\uFEFF';
  for await (const text of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const begun = `${lines.pop()}${mark && text.startsWith(mark) ? text.slice(1) : text}`;
    lines = lines.concat(begun.split('\n'));
    mark = '';
    const last = lines.findLastIndex((line) => line.trim());
    for (const line of lines.splice(0, Math.max(last, 0))) yield [line.replace(/\r$/, ''), false];
  }
  if (lines[0]?.trim()) yield [lines[0].replace(/\r$/, ''), true];
}

/** Grows the tree of RFC 6962, as the roots of its full subtrees. @param {Log} log @param {Buffer} head */
function grow(log, head) {
  let node = sha256(Buffer.of(0), head);
  for (let trees = log.count; trees % 2 === 1; trees = (trees - 1) / 2)
    node = sha256(Buffer.of(1), log.peaks.pop() ?? node, node);
  log.peaks.push(node);
  log.head = head;
  log.count += 1;
}

/** What of a checkpoint does not fit the log. @param {Checkpoint} checkpoint @param {Log} log @param {string} [key] */
function misfit({ count, head, root, at, installation, signature }, log, key) {
  const found = log.head.toString('hex');
  if (!found.startsWith(head)) return 'the checkpoint has another hash';
  if (root === undefined || signature === undefined) return undefined;
  const peaks = log.count === 0 ? [sha256()] : log.peaks;
  const tree = peaks.reduceRight((right, left) => sha256(Buffer.of(1), left, right)).toString('hex');
  if (!tree.startsWith(root)) return 'the checkpoint has another Merkle root';
  if (key === undefined) return undefined;
  const x = Buffer.from(key, 'hex').toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const text = `Ketuk audit checkpoint v2\n${installation}\n${count}\n${found}\n${tree}\n${at}\n`;
  return verify(null, Buffer.from(text), publicKey, signature) ? undefined : 'not signed by this key';
}

/** What stands behind a break tells what happened there. @param {Break} fault @param {Entry | undefined} entry */
function look(fault, entry) {
  if (entry) fault.next ??= entry;
  fault.total += 1;
  if (entry?.seq === fault.at && fits(fault.log.head, entry)) fault.later = true;
  if (entry && entry.seq === fault.entry?.seq) fault.twice = true;
}

/** @param {Break} fault @param {number} closed what the closing line counts @param {number} counted what anything counts */
function whatHappened({ at, log, entry, next, later, twice, total }, closed, counted) {
  const tooMany = later || at > closed;
  if (!entry) return oneEntry(at, `${tooMany ? 'inserted' : 'changed'}: it is no entry`);
  const { seq } = entry;
  const stands = `entry ${seq} stands in its place`;
  // What was moved is missing where it belongs; of a copy, the original stands there, and a stranger belongs nowhere.
  if (later && seq > at && !twice && seq <= (closed < Infinity ? closed : Math.max(counted, total)))
    return oneEntry(at, `reordered: ${stands}`);
  if (later) return oneEntry(at, `inserted: it says that it is entry ${seq}, and entry ${at} follows`);
  if (seq > at && (next ? next.seq === seq + 1 : seq <= (counted || Infinity)))
    return broken(at, seq - 1, `entry ${at} was removed: ${stands}`);
  if (seq < at && (next ? next.seq === seq + 1 : at > closed))
    return broken(seq, at, `entry ${seq} was inserted: its number stands there twice`);
  if (tooMany) return oneEntry(at, `inserted: the closing line counts ${closed}`);
  if (seq !== at) return oneEntry(at, `changed: it says that it is entry ${seq}`);
  // Its own hash alone is wrong where what follows builds on the right one.
  if (at === 1 || fits(sha256(log.head, Buffer.from(entry.body)), next)) return oneEntry(at, 'changed');
  return broken(at - 1, at, `entry ${at} was changed, or entry ${at - 1} together with its hash`);
}

/** Byte for byte as written: of two bodies in a line not all readers take the same. @param {string} line @returns {Entry | undefined} */
function readEntry(line) {
  try {
    const { body, hash: hex } = JSON.parse(line);
    if (line !== JSON.stringify({ body, hash: hex }) || typeof body !== 'string') return undefined;
    // Inside a string of the body these quotes would be escaped.
    const [, number] = /"seq":(\d+)[,}]/.exec(body) ?? [];
    const [, told] = /"event":"CHECKPOINT_SIGNED","headHash":"(.*?)"/.exec(body) ?? [];
    return number === undefined ? undefined : { seq: Number(number), body, hash: hex, told };
  } catch {
    return undefined;
  }
}

/** @param {string} line */
function readClosing(line) {
  const exact = /^{"checkpoint":"(KTK2(?: [0-9A-HJKMNP-TV-Z]{5}){50})","key":"([0-9a-f]{64})"}$/;
  const [, text = '', key = ''] = exact.exec(line) ?? [];
  const checkpoint = readCheckpoint(text);
  return typeof checkpoint === 'string' ? undefined : { checkpoint, key };
}

async function main() {
  try {
    const text = /** @type {const} */ ({ type: 'string' });
    const many = { ...text, multiple: /** @type {const} */ (true) };
    const options = { checkpoint: many, 'public-key': text, key: text };
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [file, ...more] = positionals;
    // Where `--` is missing npm keeps the flags: as `true` when the text did not follow on a `=`, which then stands alone.
    const npms = process.env['npm_config_checkpoint']?.split('\n\n') ?? [];
    const asked = [...npms, ...(values.checkpoint ?? [])];
    const typed = [...asked.filter((one) => one !== 'true' || more.length === 0), ...more];
    // `--key` is the older name; npm would keep it for itself where `--` is missing.
    const key = values['public-key'] ?? values.key ?? process.env['npm_config_public_key'];
    if (!file || !/^[0-9a-f]{64}$/i.test(key ?? '0'.repeat(64))) throw new Error(usage);
    const checkpoints = typed.map(readCheckpoint);
    const wrong = checkpoints.find((one) => typeof one === 'string');
    if (wrong) throw new Error(`${wrong}\n${usage}`);
    const papers = checkpoints.filter((one) => typeof one !== 'string');
    const { whole, line } = await verifyLog(file, papers, key?.toLowerCase());
    process.stdout.write(`${line}\n`);
    return whole ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
