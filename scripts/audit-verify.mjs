/**
 * `npm run audit:verify -- FILE [--checkpoint TEXT]… [--key HEX]`: verifies an exported audit log. Written from the description of the
 * formats in `electron/audit/chain.ts` and `checkpoint.ts`, sharing no code with the writer, so that a mistake of the one is not a
 * blind spot of the other. Needs nothing but Node, and little memory for a log of any length. Prints one line; exit code 0: the log is
 * whole; 1: it is not, and the line names the entry; 2: wrong arguments, a mistyped checkpoint or no such file.
 */
import { createPublicKey, hash, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const usage = 'usage: npm run audit:verify -- FILE [--checkpoint TEXT|COUNT:HASH]… [--key HEX]';
/** @typedef {{ count: number, head: string, root?: string, at?: number, installation?: string, signature?: Buffer }} Checkpoint */
/** @typedef {{ seq: number, body: string, hash: string, told?: string | undefined }} Entry */
/** @typedef {{ count: number, head: Buffer, peaks: Buffer[], good: number }} Log */
/** @typedef {{ at: number, log: Log, entry: Entry | undefined, next?: Entry | undefined, later: boolean, twice: boolean }} Break */
/** `entries`: from where to where it is broken. @typedef {{ whole: boolean, line: string, entries?: [number, number] }} Verdict */

/** @param {Uint8Array[]} parts @returns {Buffer} */
const sha256 = (...parts) => hash('sha256', Buffer.concat(parts), 'buffer');
/** @param {Uint8Array} previous @param {Entry | undefined} entry */
const fits = (previous, entry) =>
  !!entry && hash('sha256', Buffer.concat([previous, Buffer.from(entry.body)])) === entry.hash;
/** @param {number} from @param {number} to @param {string} text @returns {Verdict} */
const broken = (from, to, text) => ({ whole: false, line: `audit: ${text}`, entries: [from, to] });
/** @param {Log} log @param {string} why */
const rewritten = ({ good, count }, why) =>
  broken(good + 1, count, `rewritten between entry ${good + 1} and entry ${count}: ${why}`);

/** @param {string} file @param {readonly Checkpoint[]} [checkpoints] @param {string} [key] 64 hex digits; else the export's own */
export async function verifyLog(file, checkpoints = [], key) {
  /** @type {Log} */
  const log = { count: 0, head: Buffer.alloc(32), peaks: [], good: 0 };
  const waiting = [...checkpoints].sort((a, b) => a.count - b.count);
  /** @type {{ checkpoint: Checkpoint, key: string } | undefined} */
  let closing;
  /** @type {Break | undefined} */
  let fault;
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (closing) return broken(log.count + 1, log.count + 1, 'inserted behind the closing line');
    const entry = readEntry(line);
    closing = entry ? undefined : readClosing(line);
    if (closing) continue;
    if (fault) look(fault, entry);
    else if (entry?.seq !== log.count + 1 || !fits(log.head, entry))
      fault = { at: log.count + 1, log, entry, later: false, twice: false };
    else {
      const lied = entry.told !== undefined && entry.told !== log.head.toString('hex');
      grow(log, Buffer.from(entry.hash, 'hex'));
      if (lied) return rewritten(log, 'the last of them tells another hash');
      for (; waiting[0]?.count === log.count; waiting.shift()) {
        const wrong = misfit(waiting[0], log, key);
        if (wrong) return rewritten(log, wrong);
        log.good = log.count;
      }
    }
  }
  const counted = Math.max(closing?.checkpoint.count ?? 0, ...waiting.map(({ count }) => count));
  if (fault) return whatHappened(fault, counted || Infinity);
  const cut = `cut off after entry ${log.count}; the checkpoint counts ${counted}`;
  if (log.count < counted) return broken(log.count + 1, counted, cut);
  if (closing && closing.checkpoint.count < log.count)
    return broken(counted + 1, log.count, `entry ${counted + 1} was inserted behind the closing checkpoint`);
  const wrong = closing && misfit(closing.checkpoint, log, key ?? closing.key);
  if (wrong) return rewritten(log, `${wrong} (closing line)`);
  return { whole: true, line: `audit: ${log.count} entries, whole, head ${log.head.toString('hex')}` };
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
  const joined = (/** @type {Buffer} */ right, /** @type {Buffer} */ left) =>
    sha256(Buffer.of(1), left, right);
  const tree = (log.count === 0 ? sha256() : log.peaks.reduceRight(joined)).toString('hex');
  if (!tree.startsWith(root)) return 'the checkpoint has another Merkle root';
  if (key === undefined) return undefined;
  const x = Buffer.from(key, 'hex').toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const text = `Ketuk audit checkpoint v2\n${installation}\n${count}\n${found}\n${tree}\n${at}\n`;
  return verify(null, Buffer.from(text), publicKey, signature) ? undefined : 'not signed by this key';
}

/** What stands behind a break tells what happened there. @param {Break} fault @param {Entry | undefined} entry */
function look(fault, entry) {
  fault.next ??= entry;
  if (entry?.seq === fault.at && fits(fault.log.head, entry)) fault.later = true;
  if (entry && entry.body === fault.entry?.body) fault.twice = true;
}

/** @param {Break} fault @param {number} counted */
function whatHappened({ at, log, entry, next, later, twice }, counted) {
  if (!entry) return broken(at, at, `entry ${at} was ${later ? 'inserted' : 'changed'}: it is no entry`);
  const { seq } = entry;
  const stands = `entry ${seq} stands in its place`;
  if (later && seq > at && !twice) return broken(at, at, `entry ${at} was reordered: ${stands}`);
  if (later)
    return broken(
      at,
      at,
      `entry ${at} was inserted: it says that it is entry ${seq}, and entry ${at} follows`,
    );
  if (seq > at && (next ? next.seq === seq + 1 : seq <= counted))
    return broken(at, seq - 1, `entry ${at} was removed: ${stands}`);
  if (seq < at && (next ? next.seq === seq + 1 : at > counted))
    return broken(seq, at, `entry ${seq} was inserted: its number stands there twice`);
  if (seq !== at) return broken(at, at, `entry ${at} was changed: it says that it is entry ${seq}`);
  // Its own hash alone is wrong where what follows builds on the right one.
  if (at === 1 || fits(sha256(log.head, Buffer.from(entry.body)), next))
    return broken(at, at, `entry ${at} was changed`);
  return broken(at - 1, at, `entry ${at} was changed, or entry ${at - 1} together with its hash`);
}

/** @param {string} line @returns {Entry | undefined} */
function readEntry(line) {
  try {
    const { body, hash: hex } = JSON.parse(line);
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
  const [, text = '', key = ''] = /^{"checkpoint":"(.*)","key":"([0-9a-f]{64})"}$/.exec(line) ?? [];
  const checkpoint = readCheckpoint(text);
  return typeof checkpoint === 'string' ? undefined : { checkpoint, key };
}

/** @param {string} text @returns {Checkpoint | string} what is wrong with it, where something is */
export function readCheckpoint(text) {
  const [, short, hex] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (hex) return { count: Number(short), head: hex.toLowerCase() };
  const typed = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^KTK2/, '')
    .replace(/O/g, '0');
  const values = [...typed.replace(/[IL]/g, '1')].map((c) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c));
  let bits = '';
  for (let group = 0; group < values.length / 5; group += 1) {
    const [a = -1, b = -1, c = -1, d = -1, check] = values.slice(group * 5, group * 5 + 5);
    const right = Math.min(a, b, c, d) >= 0 && (group + a + 3 * b + 5 * c + 7 * d) % 32 === check;
    if (!right) return `group ${group + 1} of the checkpoint is mistyped`;
    for (const value of [a, b, c, d]) bits += value.toString(2).padStart(5, '0');
  }
  const bytes = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
  const whole =
    bytes.length === 125 && sha256(bytes.subarray(0, 123)).readUInt16BE() === bytes.readUInt16BE(123);
  if (!whole) return 'the checkpoint is not complete';
  const [head = '', root = '', id = ''] = [27, 43, 11].map((at) => bytes.toString('hex', at, at + 16));
  const installation = id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const [count, at] = [bytes.readUIntBE(0, 5), bytes.readUIntBE(5, 6)];
  return { count, at, installation, head, root, signature: bytes.subarray(59, 123) };
}

async function main() {
  try {
    const options = /** @type {const} */ ({
      checkpoint: { type: 'string', multiple: true },
      key: { type: 'string' },
    });
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [file, ...more] = positionals;
    if (!file || more.length > 0 || !/^([0-9a-f]{64})?$/i.test(values.key ?? '')) throw new Error(usage);
    const checkpoints = (values.checkpoint ?? []).map((text) => {
      const checkpoint = readCheckpoint(text);
      if (typeof checkpoint === 'string') throw new Error(`${checkpoint}\n${usage}`);
      return checkpoint;
    });
    const { whole, line } = await verifyLog(file, checkpoints, values.key);
    process.stdout.write(`${line}\n`);
    return whole ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
