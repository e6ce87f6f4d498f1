/**
 * Copies the write-ahead log back into the file between commits, so that none of them has to while a resident waits. The log is
 * then overwritten from its beginning instead of growing, and bringing a file to the disk that has grown takes twice as long.
 */
import type { Clock } from './port.ts';

/** A service of the counter is about seven commits and fifty pages. */
const COMMITS = 64;
/** Long enough that the answer to whoever committed is on its way. */
const DELAY_MS = 50;

export interface LogUpkeep {
  /** Something became durable just now. */
  committed(): void;
  stop(): void;
}

/** @param copyBack copies what the log holds back into the file and leaves the log as long as it is. */
export function logUpkeep(clock: Clock, copyBack: () => void): LogUpkeep {
  let commits = 0;
  let cancel: (() => void) | undefined;

  function run(): void {
    cancel = undefined;
    commits = 0;
    copyBack();
  }

  return {
    committed() {
      commits += 1;
      if (commits >= COMMITS) cancel ??= clock.after(DELAY_MS, run);
    },
    stop() {
      cancel?.();
      cancel = undefined;
    },
  };
}
