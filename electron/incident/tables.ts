/** The tables of this room: incidents, who was told of them, and what each hangs together with. */
import type { IncidentRow } from '../contract/index.ts';
import { type Store, sealedTable } from '../store/index.ts';

export type IncidentTableRow = {
  readonly incident_id: string;
  readonly kind: IncidentRow['kind'];
  readonly number: string;
  readonly agreement_id: string | null;
  readonly what: string;
  readonly known_at: number;
  readonly affected_from: string;
  readonly affected_to: string;
  readonly reported_by: string;
  readonly reported_at: number;
  readonly confirmed_at: number | null;
  readonly confirmed_by: string | null;
  readonly closed_at: number | null;
  readonly closed_by: string | null;
  readonly closing: string | null;
  /** It began by itself, and nobody has described it yet. */
  readonly begun_by: 'STOP' | 'CARD_LOST' | null;
};

type NoticeRow = {
  readonly incident_id: string;
  readonly recipient: IncidentRow['notices'][number]['recipient'];
  readonly letter_number: string;
  readonly letter_date: string;
  readonly told_by: string;
  readonly told_at: number;
};

type CardRow = {
  readonly incident_id: string;
  readonly sam_id: string;
  readonly name: string;
  readonly linked_at: number;
};

type StopRow = {
  readonly stop_id: string;
  readonly incident_id: string;
  readonly stopped_at: number;
  readonly stopped_by: string;
  readonly lifted_at: number | null;
  readonly lifted_by: string | null;
  readonly lifted_reference: string | null;
};

export function incidentTables({ rowSeal }: Pick<Store, 'rowSeal'>) {
  return {
    table: sealedTable<IncidentTableRow>(
      rowSeal,
      'incident',
      ['incident_id'],
      {
        incident_id: 'text',
        kind: 'text',
        number: 'text',
        agreement_id: 'text',
        what: 'text',
        known_at: 'number',
        affected_from: 'text',
        affected_to: 'text',
        reported_by: 'text',
        reported_at: 'number',
        confirmed_at: 'number',
        confirmed_by: 'text',
        closed_at: 'number',
        closed_by: 'text',
        closing: 'text',
        begun_by: 'text',
      },
      ['begun_by'],
    ),
    told: sealedTable<NoticeRow>(rowSeal, 'incident_notice', ['incident_id', 'recipient'], {
      incident_id: 'text',
      recipient: 'text',
      letter_number: 'text',
      letter_date: 'text',
      told_by: 'text',
      told_at: 'number',
    }),
    cards: sealedTable<CardRow>(rowSeal, 'incident_card', ['incident_id', 'sam_id'], {
      incident_id: 'text',
      sam_id: 'text',
      name: 'text',
      linked_at: 'number',
    }),
    stops: sealedTable<StopRow>(rowSeal, 'incident_stop', ['stop_id'], {
      stop_id: 'text',
      incident_id: 'text',
      stopped_at: 'number',
      stopped_by: 'text',
      lifted_at: 'number',
      lifted_by: 'text',
      lifted_reference: 'text',
    }),
  };
}
