/** What the books say at a counter: which card may read in which reader there, what opens it, and why none may. */
import type { Failure } from '../../native/failure.ts';
import { appFailure, type SamStatus } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import { type Books, nameOf } from './books.ts';
import type { CardRow, ReaderRow } from './tables.ts';

/** What opens the SAM of a counter, as its connection has it. */
export interface SamAtCounter {
  readonly pcid: string;
  readonly conf: string;
  readonly uid?: string;
}

/** As the official message names a state. */
const statusNames: Readonly<Record<SamStatus, string>> = {
  PROCURED: 'belum dipersonalisasi',
  PERSO_REQUESTED: 'menunggu personalisasi',
  PERSONALISED: 'belum diaktifkan',
  ACTIVE: 'aktif',
  SUSPENDED: 'ditangguhkan',
  LOST_OR_DAMAGED: 'hilang atau rusak',
  DEACT_REQUESTED: 'penonaktifan dimohonkan',
  CONFIG_RETURNED: 'konfigurasi dikembalikan',
  DEACTIVATED: 'dinonaktifkan',
  RETURNED: 'dikembalikan',
  WRITTEN_OFF: 'dihapus dari inventaris',
};

export function atCounter({ tables, ports, seal, readersAt, isHere }: Books) {
  const { cards, readers, configurations } = tables;

  /** A card of the agreement was activated: from then on the books say alone what may read. */
  function everActive(reader: Reader, agreementId: string): boolean {
    const activated = 'WHERE agreement_id = ? AND confirmed_by IS NOT NULL LIMIT 1';
    return cards.select(reader, activated, agreementId).length > 0;
  }

  /** Why this SAM must not read in this reader now. */
  function unfit(
    reader: Reader,
    agreementId: string,
    terminal: string,
    uid: string | undefined,
  ): Failure | undefined {
    const small = uid?.replaceAll(' ', '').toLowerCase();
    const row = small === undefined ? undefined : cards.select(reader, 'WHERE uid = ?', small)[0];
    if (row === undefined) return everActive(reader, agreementId) ? mismatch() : undefined;
    if (row.status !== 'ACTIVE') return notActive(row);
    const device = row.reader_id === null ? undefined : readers.find(reader, row.reader_id);
    const fits = row.agreement_id === agreementId && device?.terminal === terminal && isHere(device.counter);
    return fits ? undefined : mismatch();
  }

  /** The reader of this counter, under whichever agreement. */
  function readerOf(reader: Reader): ReaderRow | undefined {
    return readersAt(reader, ports.counter())[0];
  }

  function readerHere(reader: Reader, agreementId: string): ReaderRow | undefined {
    const device = readerOf(reader);
    return device?.agreement_id === agreementId ? device : undefined;
  }

  /** The latest of the cards that were put into the reader; one that is gone has left its name there. */
  function cardIn(reader: Reader, device: ReaderRow): CardRow | undefined {
    const latest = "WHERE reader_id = ? ORDER BY status = 'ACTIVE' DESC, changed_at DESC LIMIT 1";
    return cards.select(reader, latest, device.reader_id)[0];
  }

  /** What opens the card in use at this counter. */
  function sam(reader: Reader, agreementId: string): SamAtCounter | undefined {
    const device = readerHere(reader, agreementId);
    const row = device === undefined ? undefined : cardIn(reader, device);
    if (row?.status !== 'ACTIVE') return undefined;
    const kept = configurations.find(reader, row.sam_id);
    const opened = kept === undefined ? undefined : seal.open(kept.sam_id, kept.sealed);
    return opened === undefined ? undefined : { ...opened, ...(row.uid === null ? {} : { uid: row.uid }) };
  }

  /** Why no card may read at this counter now; `undefined` where one may, or where the books keep none. */
  function refused(reader: Reader, agreementId: string): Failure | undefined {
    if (!everActive(reader, agreementId)) return undefined;
    const device = readerHere(reader, agreementId);
    const row = device === undefined ? undefined : cardIn(reader, device);
    if (row === undefined) return mismatch();
    return row.status === 'ACTIVE' ? undefined : notActive(row);
  }

  return { everActive, unfit, sam, refused, reader: readerOf };
}

function mismatch(): Failure {
  return appFailure('SAM_READER_MISMATCH', 'custody');
}

function notActive(row: CardRow): Failure {
  const words = { nomor: nameOf(row), status: statusNames[row.status] };
  return appFailure('SAM_NOT_ACTIVE', 'custody', undefined, words);
}
