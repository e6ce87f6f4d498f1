/** Writes a paper where somebody wants it, with its machine-readable copy beside it. */
import { writeFileSync } from 'node:fs';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';

/** Fails with PAPER_NOT_WRITTEN: no room, no right, no such folder any longer. */
export function writePaper(
  path: string,
  { pdf, json }: { readonly pdf: Uint8Array; readonly json: string },
): Result<null> {
  try {
    writeFileSync(path, pdf);
    writeFileSync(`${path.slice(0, -'.pdf'.length)}.json`, json);
    return ok(null);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'cannot be written';
    return failed(appFailure('PAPER_NOT_WRITTEN', 'paper', reason));
  }
}
