/** A disk that refuses some transactions: the work is done and rolled back, as when the last page finds no room. */
import { appFailure } from '../../../electron/contract/index.ts';
import type { OpenStore } from '../../../electron/store/index.ts';
import { failed, type Result } from '../../../native/failure.ts';

export class FullDisk {
  #left = 0;

  get isFull(): boolean {
    return this.#left > 0;
  }

  /** So many of the next outermost transactions fail. */
  fails(times: number): void {
    this.#left = times;
  }

  /** From now on this store writes to this disk. */
  under(store: OpenStore): void {
    const transaction = store.transaction.bind(store);
    let isNested = false;
    store.transaction = (work) => {
      if (isNested || this.#left === 0) return joined(() => transaction(work));
      this.#left -= 1;
      return joined(() =>
        transaction((writer) => {
          const done = work(writer);
          return done.ok ? (failed(appFailure('STORE_DISK_FULL', 'walk')) as Result<never, never>) : done;
        }),
      );
    };

    function joined<T>(run: () => T): T {
      const outer = isNested;
      isNested = true;
      try {
        return run();
      } finally {
        isNested = outer;
      }
    }
  }
}
