/** Where each reader stood, and since when: what was counted at a counter belongs to the reader that stood there then (domain 5.5). */
import type { Reader } from '../store/index.ts';
import type { Books, Reference } from './books.ts';

/** From `since` on the reader stood at this counter, under the name it had then. */
export interface Stay {
  readonly readerId: string;
  readonly counter: string;
  readonly since: number;
}

/** Of every reader of the agreement, oldest first. */
export function staysOf({ tables }: Books, reader: Reader, agreementId: string): readonly Stay[] {
  const devices = tables.readers.select(reader, 'WHERE agreement_id = ?', agreementId);
  return devices
    .flatMap(({ reader_id: readerId }) =>
      tables.events.select(reader, "WHERE subject_id = ? AND event IN ('REGISTER', 'MOVE')", readerId),
    )
    .sort((one, other) => one.seq - other.seq)
    .map(({ subject_id: readerId, at, reference }) => {
      const { counter } = JSON.parse(reference) as Reference;
      return { readerId, counter: String(counter), since: at };
    });
}
