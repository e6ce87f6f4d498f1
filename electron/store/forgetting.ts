/**
 * Deleted means gone: after a commit that erased something, the write-ahead log, which still holds the old page, is copied
 * back and cut to nothing within five seconds.
 */
import type { Clock } from './port.ts';

/** Erasures that come close together share one checkpoint. */
const DELAY_MS = 1_000;
const RETRY_MS = 1_000;

export interface Forgetting {
  /** Something was erased just now. */
  erased(): void;
  /** Cuts the log now if anything waits for it. */
  settle(): void;
  stop(): void;
}

/** @param cutLog runs the truncating checkpoint; false when the disk did not let it, and it is tried again. */
export function forgetting(clock: Clock, cutLog: () => boolean): Forgetting {
  let cancel: (() => void) | undefined;

  function run(): void {
    cancel = undefined;
    if (!cutLog()) cancel = clock.after(RETRY_MS, run);
  }

  return {
    erased() {
      cancel ??= clock.after(DELAY_MS, run);
    },
    settle() {
      if (cancel === undefined) return;
      cancel();
      run();
    },
    stop() {
      cancel?.();
      cancel = undefined;
    },
  };
}
