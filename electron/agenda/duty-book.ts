/** The books of this room: what settles a duty that no other room keeps, and which reminder each person has seen. */
import { type Store, sealedTable } from '../store/index.ts';
import type { RecordedDuty } from './duties.ts';

export type DutyRow = {
  readonly duty_id: string;
  readonly kind: RecordedDuty['kind'];
  readonly agreement_id: string;
  readonly about: string;
  readonly number: string;
  readonly body: string;
  readonly on_day: string;
  readonly until_day: string | null;
  readonly letter_number: string | null;
  readonly letter_date: string | null;
  readonly recorded_by: string;
  readonly recorded_at: number;
};

export type SeenRow = {
  readonly person_id: string;
  readonly item_key: string;
  readonly level: number;
  readonly seen_at: number;
  /** The day it was due then; null for what has none, and where it was seen before this was kept. */
  readonly due_day: string | null;
};

export function dutyBook({ rowSeal }: Pick<Store, 'rowSeal'>) {
  return {
    duties: sealedTable<DutyRow>(rowSeal, 'duty_record', ['duty_id'], {
      duty_id: 'text',
      kind: 'text',
      agreement_id: 'text',
      about: 'text',
      number: 'text',
      body: 'text',
      on_day: 'text',
      until_day: 'text',
      letter_number: 'text',
      letter_date: 'text',
      recorded_by: 'text',
      recorded_at: 'number',
    }),
    seen: sealedTable<SeenRow>(
      rowSeal,
      'reminder_seen',
      ['person_id', 'item_key'],
      { person_id: 'text', item_key: 'text', level: 'number', seen_at: 'number', due_day: 'text' },
      ['due_day'],
    ),
  };
}

export function recordedDuty(row: DutyRow): RecordedDuty {
  const { duty_id: dutyId, kind, agreement_id: agreementId, about, on_day: on, until_day: until } = row;
  return { dutyId, kind, agreementId, about, on, until };
}
