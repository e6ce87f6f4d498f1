/** Writes a file where somebody wants it, and beside it, under the same name, what belongs to it. */
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';

/**
 * Fails with PAPER_NOT_WRITTEN: no room, no right, no such folder any longer.
 * @param beside by their endings
 */
export function writeBeside(
  path: string,
  content: string | Uint8Array,
  beside: Readonly<Record<string, string>> = {},
): Result<null> {
  const stem = path.slice(0, path.length - extname(path).length);
  try {
    writeFileSync(path, content);
    for (const [ending, other] of Object.entries(beside)) writeFileSync(`${stem}.${ending}`, other);
    return ok(null);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'cannot be written';
    return failed(appFailure('PAPER_NOT_WRITTEN', 'save', reason));
  }
}
