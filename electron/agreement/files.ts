/**
 * Files that people bring: a profile, a connection, or both in a counter file; YAML or JSON. What does not fit is answered with
 * the place and the reason, and nothing of the content is repeated, for it may hold secrets.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import {
  appFailure,
  type ConnectionProfile,
  type CounterFile,
  connectionProfile,
  counterFile,
  type PickedProfile,
} from '../contract/index.ts';
import { problemsOf } from './profile-checks.ts';

/** No such file is anywhere near this large; a mistaken choice of file should not be read whole. */
const largestFile = 1_000_000;

/** @param path of a counter file, as named on the command line */
export function readCounterFile(path: string): Result<CounterFile> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return failed(unfit(path, (error as NodeJS.ErrnoException).code ?? 'cannot be read'));
  }
  return held(counterFile, path, contentOf(path, bytes));
}

/** The profile in a picked file, with what is wrong with it, for review; nothing is stored. */
export function profileIn(name: string, bytes: Uint8Array): Result<PickedProfile> {
  const content = contentOf(name, bytes);
  if (!content.ok) return content;
  const profile = asRecord(content.value.agreement) ?? content.value;
  if (!('profileId' in profile)) return failed(unfit(name, 'holds no agreement profile'));
  return ok({ profile, problems: problemsOf(profile) });
}

/** The connection in a picked file: a counter file, or the connection alone. */
export function connectionIn(name: string, bytes: Uint8Array): Result<ConnectionProfile> {
  const content = contentOf(name, bytes);
  if (!content.ok) return content;
  const isCounterFile = asRecord(content.value.connection) !== undefined;
  return held(connectionProfile, name, isCounterFile ? ok(content.value.connection) : content);
}

type Fields = Readonly<Record<string, unknown>>;

function contentOf(name: string, bytes: Uint8Array): Result<Fields> {
  if (bytes.length > largestFile) return failed(unfit(name, 'larger than 1 MB'));
  let content: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // JSON is YAML, so one reader serves both. Aliases are bounded against files that expand without end.
    content = parse(text, { maxAliasCount: 20 });
  } catch {
    return failed(unfit(name, 'neither YAML nor JSON'));
  }
  const fields = asRecord(content);
  return fields === undefined ? failed(unfit(name, 'holds no fields')) : ok(fields);
}

function asRecord(value: unknown): Fields | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Fields) : undefined;
}

function held<T>(schema: z.ZodType<T>, name: string, content: Result<unknown>): Result<T> {
  if (!content.ok) return content;
  const parsed = schema.safeParse(content.value);
  if (parsed.success) return ok(parsed.data);
  const places = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  return failed(unfit(name, places.join('; ')));
}

function unfit(name: string, why: string): Failure {
  return appFailure('FILE_INVALID', name, why);
}
