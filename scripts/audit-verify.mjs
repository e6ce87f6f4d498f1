/**
 * `npm run audit:verify -- FILE [--checkpoint COUNT:HASH]`: verifies an exported audit log. Written from the description of the
 * format in `electron/audit/chain.ts` alone and sharing no code with the writer, so that a mistake of the one is not a blind spot of
 * the other. It needs nothing but Node and reads a log of any length in little memory.
 *
 * Prints one line. Exit code 0: the log is whole; 1: it is not, and the line names the entry; 2: wrong arguments or no such file.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const usage = 'usage: npm run audit:verify -- FILE [--checkpoint COUNT:HASH]';

/** @typedef {{ readonly count: number, readonly hash: string }} Checkpoint */

/**
 * @param {string} file
 * @param {Checkpoint | undefined} checkpoint
 * @returns {Promise<{ whole: boolean, line: string }>}
 */
export async function verifyLog(file, checkpoint) {
  let previous = Buffer.alloc(32);
  let count = 0;
  let atCheckpoint = '';
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    const entry = read(line);
    const expected = count + 1;
    if (entry === undefined) return broken(expected, 'changed: it is not an entry');
    const hash = createHash('sha256').update(previous).update(entry.body, 'utf8').digest();
    if (!hash.equals(entry.hash)) return broken(expected, whatHappened(entry, expected, previous));
    if (entry.seq !== expected) return broken(expected, `changed: it says that it is entry ${entry.seq}`);
    previous = hash;
    count = expected;
    if (count === checkpoint?.count) atCheckpoint = hash.toString('hex');
  }
  if (checkpoint === undefined) return whole(count, previous);
  if (count < checkpoint.count) {
    return {
      whole: false,
      line: `audit: cut off after entry ${count}; the checkpoint counts ${checkpoint.count}`,
    };
  }
  if (checkpoint.count > 0 && atCheckpoint !== checkpoint.hash) {
    return {
      whole: false,
      line: `audit: rewritten at or before entry ${checkpoint.count}; the checkpoint has another hash`,
    };
  }
  return whole(count, previous);
}

/**
 * The chain breaks here; the entry's own number tells in which way.
 *
 * @param {{ seq: number, body: string, hash: Buffer }} entry
 * @param {number} expected
 * @param {Buffer} previous
 */
function whatHappened(entry, expected, previous) {
  if (previous.equals(entry.hash)) return `inserted: it repeats entry ${expected - 1}`;
  if (entry.seq > expected) return `removed or moved: entry ${entry.seq} stands in its place`;
  if (entry.seq < expected) return `inserted or moved: entry ${entry.seq} stands in its place`;
  return 'changed, or the one before it was';
}

/** @param {string} line */
function read(line) {
  try {
    const { body, hash } = JSON.parse(line);
    if (typeof body !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
    const { seq } = JSON.parse(body);
    return Number.isSafeInteger(seq) ? { body, hash: Buffer.from(hash, 'hex'), seq } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {number} entry
 * @param {string} what
 */
function broken(entry, what) {
  return { whole: false, line: `audit: entry ${entry} was ${what}` };
}

/**
 * @param {number} count
 * @param {Buffer} head
 */
function whole(count, head) {
  return { whole: true, line: `audit: ${count} entries, whole, head ${head.toString('hex')}` };
}

/** @param {string} text */
function readCheckpoint(text) {
  const [, count, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  return count === undefined || hash === undefined
    ? undefined
    : { count: Number(count), hash: hash.toLowerCase() };
}

async function main() {
  /** @type {{ file: string | undefined, checkpoint: Checkpoint | undefined }} */
  let given;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { checkpoint: { type: 'string' } },
    });
    const checkpoint = values.checkpoint === undefined ? undefined : readCheckpoint(values.checkpoint);
    const wrong = positionals.length !== 1 || (values.checkpoint !== undefined && checkpoint === undefined);
    given = { file: wrong ? undefined : positionals[0], checkpoint };
  } catch {
    given = { file: undefined, checkpoint: undefined };
  }
  if (given.file === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  try {
    const { whole: isWhole, line } = await verifyLog(given.file, given.checkpoint);
    process.stdout.write(`${line}\n`);
    return isWhole ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${/** @type {NodeJS.ErrnoException} */ (error).code ?? error}: ${given.file}\n`);
    return 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
