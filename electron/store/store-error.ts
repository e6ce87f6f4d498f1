/** From what SQLite says to the one failure that names cause and cure. What is no failure of disk or file stays an exception. */
import { type AppFailureCode, appFailure } from '../contract/index.ts';
import type { StoreFailure } from './port.ts';

/** Carries a failure through code that cannot return one; caught at the borders `read` and `transaction`. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure) {
    super(`${failure.code} at ${failure.at}`);
    this.failure = failure;
  }
}

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const codes: Readonly<Record<number, AppFailureCode>> = {
  3: 'STORE_IO', // SQLITE_PERM
  5: 'STORE_IN_USE', // SQLITE_BUSY: another process holds the file
  7: 'STORE_IO', // SQLITE_NOMEM
  8: 'STORE_IO', // SQLITE_READONLY
  10: 'STORE_IO', // SQLITE_IOERR
  11: 'STORE_DAMAGED', // SQLITE_CORRUPT
  13: 'STORE_DISK_FULL', // SQLITE_FULL
  14: 'STORE_IO', // SQLITE_CANTOPEN
  24: 'STORE_DAMAGED', // SQLITE_FORMAT
  26: 'STORE_DAMAGED', // SQLITE_NOTADB; opening tells apart whether the key or the file is at fault
};

/** A log waits, and the disk has no room for the index to read it by. */
const SQLITE_IOERR_SHMSIZE = 4874;
const SQLITE_IOERR_SHORT_READ = 522;
const SQLITE_IOERR_DATA = 8202;

/** The SQLite result code of an exception, if it is one of the database. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode;
  // Opening reports its code only in the text: `ConnectionFailed("Unable to open connection to … : 14")`.
  const opening = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(error.message);
  return opening?.[1] === undefined ? undefined : Number(opening[1]);
}

/** The failure behind an exception, or `undefined` when it is a bug and must go on its way. */
export function failureBehind(error: unknown, at: string): StoreFailure | undefined {
  if (error instanceof StoreError) return error.failure;
  const raw = sqliteCode(error);
  if (raw === undefined) return fileFailure(error, at);
  const damaged = raw === SQLITE_IOERR_SHORT_READ || raw === SQLITE_IOERR_DATA;
  const full = raw === SQLITE_IOERR_SHMSIZE;
  const code = damaged ? 'STORE_DAMAGED' : full ? 'STORE_DISK_FULL' : codes[raw & 0xff];
  return code === undefined ? undefined : appFailure(code, at, `SQLITE ${raw}`);
}

/** Failures of plain files (key file, lock file), by errno name. */
function fileFailure(error: unknown, at: string): StoreFailure | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const errno = String(error.code);
  return appFailure(errno === 'ENOSPC' || errno === 'EDQUOT' ? 'STORE_DISK_FULL' : 'STORE_IO', at, errno);
}
