/**
 * Reads a counter file: one agreement profile and the connection that goes with it, as YAML or JSON. What does not fit is
 * answered with the place in the file and the reason; nothing of the file's content is repeated, for it holds secrets.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type CounterFile, counterFile } from '../contract/index.ts';

/** No counter file is anywhere near this large; a mistaken choice of file should not be read whole. */
const largestFile = 1_000_000;

export function readCounterFile(path: string): Result<CounterFile> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return failed(
      appFailure('FILE_INVALID', path, (error as NodeJS.ErrnoException).code ?? 'cannot be read'),
    );
  }
  if (text.length > largestFile) return failed(appFailure('FILE_INVALID', path, 'larger than 1 MB'));
  let content: unknown;
  try {
    // JSON is YAML, so one reader serves both. Aliases are bounded against files that expand without end.
    content = parse(text, { maxAliasCount: 20 });
  } catch {
    return failed(appFailure('FILE_INVALID', path, 'neither YAML nor JSON'));
  }
  const parsed = counterFile.safeParse(content);
  if (parsed.success) return ok(parsed.data);
  const places = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  return failed(appFailure('FILE_INVALID', path, places.join('; ')));
}
