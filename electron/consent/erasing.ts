/** What is erased without anybody asking: records whose time is over, and records nobody can prove a consent for. */
import { ok, type Result } from '../../native/failure.ts';
import { localDay } from '../calendar/index.ts';
import type { Store, StoreFailure } from '../store/index.ts';
import { type Books, type ErasureReason, SYSTEM } from './books.ts';
import type { KeptRowData } from './rows.ts';

/** Where a day begins first in Indonesia: what has not ended there has ended nowhere. */
const firstZone = 'Asia/Jayapura';

/** Records looked at in one go, from anywhere on a slow disk: few enough that a tap does not wait for them. */
const batch = 20;

export interface Erasing {
  /**
   * Erases records whose last day has passed in the zone of their agreement, the oldest first, and not all at once where the program
   * was off for a year. Gives the number; to be asked again until it is none.
   */
  eraseEnded(now: number): Result<number, StoreFailure>;
  /** Looks through the next records and erases those without a provable consent. Gives the number. */
  eraseUnproven(): Result<number, StoreFailure>;
  /** Since this start records were erased because nobody could prove their consent: the access manager is to know. */
  proofWasMissing(): boolean;
}

export function erasing(store: Store, books: Books): Erasing {
  const { records, proofOf } = books;
  let lookedUpTo = 0;
  let proofWasMissing = false;

  function eraseAll(
    sound: readonly KeptRowData[],
    damaged: readonly { readonly rowid: number }[],
    reason: ErasureReason,
  ): Result<number, StoreFailure> {
    const count = sound.length + damaged.length;
    // Asked every quarter of a minute: a transaction only where there is something to write.
    if (count === 0) return ok(0);
    return store.transaction((writer): Result<number, StoreFailure> => {
      for (const record of sound) {
        const erased = books.erase(writer, record, reason, SYSTEM);
        if (!erased.ok) return erased;
      }
      for (const { rowid } of damaged) {
        const erased = books.eraseDamaged(writer, rowid);
        if (!erased.ok) return erased;
      }
      return ok(count);
    });
  }

  return {
    proofWasMissing: () => proofWasMissing,

    eraseEnded(now) {
      const ended = store.read((reader) =>
        records
          .sift(
            reader,
            `WHERE retained_until < ? ORDER BY retained_until LIMIT ${batch}`,
            localDay(now, firstZone),
          )
          .sound.filter((record) => {
            const zone = proofOf(reader, record)?.time_zone ?? firstZone;
            return record.retained_until < localDay(now, zone);
          }),
      );
      return ended.ok ? eraseAll(ended.value, [], 'RETENTION_ENDED') : ended;
    },

    eraseUnproven() {
      const looked = store.read((reader) => {
        const last = reader.get(
          `SELECT max(rowid) AS last FROM (SELECT rowid FROM kept WHERE rowid > ? ORDER BY rowid LIMIT ${batch})`,
          lookedUpTo,
        )?.last;
        if (typeof last !== 'number') return undefined;
        const { sound, damaged } = records.sift(reader, 'WHERE rowid > ? AND rowid <= ?', lookedUpTo, last);
        return { last, unproven: sound.filter((record) => !proofOf(reader, record)), damaged };
      });
      if (!looked.ok) return looked;
      if (looked.value === undefined) {
        lookedUpTo = 0;
        return ok(0);
      }
      const { last, unproven, damaged } = looked.value;
      const erased = eraseAll(unproven, damaged, 'PROOF_MISSING');
      if (erased.ok) {
        lookedUpTo = last;
        proofWasMissing ||= erased.value > 0;
      }
      return erased;
    },
  };
}
