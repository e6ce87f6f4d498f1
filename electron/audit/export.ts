/** Writes the log to a file that can be verified without the program. Slice by slice, because the counter does not wait for it. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import type { StoreFailure } from '../store/index.ts';
import { type Checkpoint, checkpointText } from './checkpoint.ts';
import { type Entry, hexOf, textOf } from './entries.ts';

interface ExportSource {
  /** Of the installation, 32 bytes. */
  readonly publicKey: Uint8Array;
  checkpoint(): Result<Checkpoint, StoreFailure>;
  slice(after: number, limit: number): Result<readonly Entry[], StoreFailure>;
}

const SLICE = 500;

export async function exportTo(path: string, source: ExportSource): Promise<Result<Checkpoint>> {
  const checkpoint = source.checkpoint();
  if (!checkpoint.ok) return checkpoint;
  // What stood there before stays until the new one is whole.
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    const written = await writeAll(file, source, checkpoint.value).finally(() => file.close());
    if (written.ok) await rename(unfinished, path);
    else await rm(unfinished, { force: true });
    return written;
  } catch (error) {
    await rm(unfinished, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? 'cannot be written';
    return failed(appFailure('FILE_INVALID', 'audit export', code));
  }
}

async function writeAll(
  file: FileHandle,
  source: ExportSource,
  checkpoint: Checkpoint,
): Promise<Result<Checkpoint>> {
  for (let seq = 0; seq < checkpoint.count; ) {
    const slice = source.slice(seq, Math.min(SLICE, checkpoint.count - seq));
    if (!slice.ok) return slice;
    const last = slice.value.at(-1);
    if (last === undefined) return failed(appFailure('AUDIT_CHAIN_BROKEN', 'audit', `entry ${seq + 1}`));
    await file.write(slice.value.map(exportedLine).join(''));
    seq = last.seq;
  }
  const closing = { checkpoint: checkpointText(checkpoint), key: hexOf(source.publicKey) };
  await file.write(`${JSON.stringify(closing)}\n`);
  await file.sync();
  return ok(checkpoint);
}

function exportedLine({ body, hash }: Entry): string {
  return `${JSON.stringify({ body: textOf(body), hash: hexOf(hash) })}\n`;
}
