/** How long it takes to verify a log of a million entries as `npm run audit:verify` does: a Node of its own, from start to last line. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/folders.mjs';
import { CannotMeasure } from './cannot-measure.ts';
import type { Measured } from './figures.ts';

const ENTRIES = 1_000_000;
/** Lines written at a time. */
const BATCH = 2000;

export async function measureAudit(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-bench-'));
  try {
    const file = join(folder, 'audit.jsonl');
    const head = await writeLog(file);
    const begun = performance.now();
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, 'scripts/audit-verify.mjs'),
      file,
      '--checkpoint',
      `${ENTRIES}:${head}`,
    ]);
    const ms = performance.now() - begun;
    if (stdout !== `audit: ${ENTRIES} entries, whole, head ${head}\n`) throw new CannotMeasure(stdout);
    return { figures: { 'audit.verify1MMs': ms }, raw: { 'audit.entriesPerMs': ENTRIES / ms } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As the program exports it; entries of the size of a permit, which is most of what a counter writes. Gives the last hash. */
async function writeLog(file: string): Promise<string> {
  const out = createWriteStream(file);
  let hash: Buffer = Buffer.alloc(32);
  for (let first = 1; first <= ENTRIES; first += BATCH) {
    let lines = '';
    for (let seq = first; seq < first + BATCH; seq += 1) {
      const body = JSON.stringify({ ...permit, seq });
      hash = createHash('sha256').update(hash).update(body).digest();
      lines += `${JSON.stringify({ body, hash: hash.toString('hex') })}\n`;
    }
    if (!out.write(lines)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return hash.toString('hex');
}

const permit = {
  actor: 'simula-ningsih',
  agreementId: 'CONTOH-A',
  at: Date.UTC(2026, 0, 5),
  counter: 'Loket 1',
  event: 'PERMIT_GIVEN',
  kind: 'INQUIRE',
  method: 'MATCH',
  permitId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  profileVersion: 1,
  visitId: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
};
