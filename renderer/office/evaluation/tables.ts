/** What stands in the tables of evaluation mode beside the figures: people, cards, reports, incidents, papers and the trail. */
import type { TFunction } from 'i18next';
import type { EvaluationView } from '../../../electron/contract/index.ts';

interface Written {
  readonly n: (value: number) => string;
  readonly at: (value: number | null) => string;
  readonly t: TFunction;
}

type Of = 'people' | 'operators' | 'cards' | 'reports' | 'incidents' | 'papers' | 'audit';
type Head =
  | ('role' | 'status' | 'count' | 'report' | 'version' | 'kind' | 'reported' | 'confirmed' | 'due')
  | ('notices' | 'closed' | 'made' | 'drafts' | 'signed' | 'entry' | 'moment' | 'event');

export interface EvaluationTable {
  readonly of: Of;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

export function tablesOf(view: EvaluationView, { n, at, t }: Written): readonly EvaluationTable[] {
  const table = (of: Of, names: readonly Head[], cells: readonly (readonly string[])[]) => ({
    of,
    title: t(`evaluation.tables.${of}`),
    heads: names.map((name) => t(`evaluation.heads.${name}`)),
    rows: cells.map((one) => ({ key: one.join(' '), cells: one })),
  });
  return [
    table(
      'people',
      ['role', 'count'],
      view.people.map((one) => [t(`people.roles.${one.role}`), n(one.n)]),
    ),
    table(
      'operators',
      ['status', 'count'],
      view.operators.map((one) => [t(`people.statuses.${one.status}`), n(one.n)]),
    ),
    table(
      'cards',
      ['status', 'count'],
      view.cards.map((one) => [t(`custody.statuses.${one.status}`), n(one.n)]),
    ),
    table(
      'reports',
      ['report', 'status', 'version'],
      view.reports.map((one) => [
        t('reports.title', { semester: one.half === 1 ? 'I' : 'II', tahun: one.year }),
        t(`reports.statuses.${one.status}`),
        n(one.version),
      ]),
    ),
    table(
      'incidents',
      ['kind', 'reported', 'confirmed', 'due', 'notices', 'closed'],
      view.incidents.map((one) => [
        t(`incidents.kinds.${one.kind}`),
        at(one.reportedAt),
        at(one.confirmedAt),
        at(one.dueAt),
        n(one.notices),
        at(one.closedAt),
      ]),
    ),
    table(
      'papers',
      ['made', 'drafts', 'signed'],
      [[n(view.papers.made), n(view.papers.drafts), n(view.papers.signed)]],
    ),
    table(
      'audit',
      ['entry', 'moment', 'event'],
      view.audit.latest.map((one) => [
        n(one.seq),
        at(one.at),
        t(`audit.events.${one.event}`, { defaultValue: one.event }),
      ]),
    ),
  ];
}
