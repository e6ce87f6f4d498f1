/** What comes next for an agreement, in one sentence that says who must do it. Pure. */
import { type AgreementDetail, inForce, type ProposalRow } from '../../../electron/contract/index.ts';
import { longDate } from '../../format/index.ts';
import type { Language } from '../../language.ts';
import type { Say } from './words.ts';

export function isReady({ activation }: AgreementDetail): boolean {
  return activation.every(({ done, notNeeded }) => done || notNeeded === true);
}

export function nextStep(
  detail: AgreementDetail,
  waiting: ProposalRow | undefined,
  say: Say,
  language: Language,
): string {
  const { row } = detail;
  const dayOf = (kind: AgreementDetail['dates'][number]['kind']) => {
    const date = detail.dates.find((one) => one.kind === kind);
    return date === undefined ? undefined : longDate(date.day, language);
  };
  const until = longDate(row.accessUntil, language);
  if (waiting !== undefined) return say('agreements.next.WAITING', { name: waiting.proposedBy });
  if (row.status === 'SIGNED' && isReady(detail)) return say('agreements.next.READY');
  if (row.kind === 'DATA_INTEROP' && inForce.has(row.status))
    return say('agreements.next.INTEROP', { date: until });
  if (row.status === 'EXTENSION_WINDOW') {
    const date = dayOf('EXTENSION_DUE');
    return date === undefined
      ? say('agreements.next.EXTENSION_OPEN')
      : say('agreements.next.EXTENSION_WINDOW', { date });
  }
  const date = row.status === 'ACTIVE' ? (dayOf('WINDOW_OPENS') ?? until) : until;
  return say(`agreements.next.${row.status}`, { date });
}

/** Where the agreement stands on its way; what lasts between signing and end is one stage. */
export const stages = ['DRAFT', 'SIGNED', 'ACTIVE', 'ENDED', 'CLOSED'] as const;

export function stageOf({ status }: AgreementDetail['row']): number {
  if (status === 'EXPIRED' || status === 'TERMINATED') return 3;
  if (status === 'DRAFT' || status === 'SIGNED' || status === 'CLOSED') return stages.indexOf(status);
  return 2;
}
