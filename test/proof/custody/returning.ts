/** Configurations on their way back: a return that the power cuts short between any two of its steps, and a medium that lies. */
import type { Acting, ConfigurationReturn } from '../../../electron/contract/index.ts';
import type { Medium } from '../../../electron/custody/index.ts';
import type { Store } from '../../../electron/store/index.ts';
import { ok, type Result } from '../../../native/failure.ts';
import { type Books, configurationFile, must } from './books.ts';
import type { Random } from './random.ts';

class PowerLoss extends Error {}

/** Transactions of a return; the third shreds, the fourth records. */
const steps = 4;

interface Returned {
  /** `undefined`: the power went, and the next start did what was left to do. */
  readonly result: Result<unknown> | undefined;
  readonly text: string;
  /** Something is gone here that nobody had recorded yet. */
  readonly diedShredded: boolean;
  readonly isLying: boolean;
}

export function returnConfiguration(
  books: Books,
  random: Random,
  asked: ConfigurationReturn,
  acting: Acting,
): Returned {
  const at = random.below(12);
  const isLying = random.below(8) === 0;
  const medium: Medium = {
    ...books.medium,
    read: (path) => (isLying ? ok(new Uint8Array(3)) : books.medium.read(path)),
  };
  const place = { path: asked.samId, fileName: 'sam.txt' };
  const text = `${acting.personId} returns the configuration of ${asked.samId}, dying at ${at}, lying: ${isLying}`;
  try {
    const room = books.openRoom(dyingAt(books.store, at), medium);
    const result = room.returns.returnTo(place, asked, acting);
    return { result, text, diedShredded: false, isLying };
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
    must(books.openRoom(books.store, books.medium).returns.finish());
    return { result: undefined, text, diedShredded: at === 5 || at === 6, isLying };
  }
}

/** Even: before the transaction; odd: after it. From the ninth on it lives. */
function dyingAt(store: Store, at: number): Store {
  let count = 0;
  return {
    rowSeal: store.rowSeal,
    read: (work) => store.read(work),
    transaction(work) {
      const dies = count === Math.floor(at / 2) && at < 2 * steps;
      count += 1;
      if (dies && at % 2 === 0) throw new PowerLoss();
      const result = store.transaction(work);
      if (dies) throw new PowerLoss();
      return result;
    },
  };
}

/** Given up for good: what opens the card is not here any more. */
const withoutConfiguration = "('CONFIG_RETURNED', 'DEACTIVATED', 'RETURNED', 'WRITTEN_OFF')";

/**
 * Configurations that are neither here nor on a medium while nobody has their card back, those that are here and count as given up, and
 * copies that are not what came.
 */
export function lostConfigurations({ store, copies }: Books, agreementId: string): number {
  const found = store.read((reader) =>
    reader.all(
      `SELECT CAST(c.sam_id AS BLOB) AS id, k.sam_id IS NOT NULL AS here, c.status IN ('CONFIG_RETURNED', 'DEACT_REQUESTED') AS owed
        FROM sam_card c LEFT JOIN sam_configuration k USING (sam_id)
        WHERE c.agreement_id = ? AND (c.status IN ${withoutConfiguration}
          OR (c.status = 'DEACT_REQUESTED' AND k.sam_id IS NULL AND c.config_sha256 IS NOT NULL))`,
      agreementId,
    ),
  );
  return must(found).filter(({ id, here, owed }) => {
    const samId = Buffer.from(id as Uint8Array).toString('utf8');
    const copy = copies.get(samId);
    const isWhole = copy !== undefined && Buffer.compare(copy, configurationFile(samId)) === 0;
    return here === 1 || (owed === 1 && !isWhole);
  }).length;
}
