/**
 * The states of a data-balikan item with the one table of its transitions (domain 4.5). Guard, diagram and tests are derived from it,
 * and the triggers of the database are held to it.
 */
import type { Action } from './permissions.ts';

export const balikanStatuses = [
  'QUEUED',
  'SENDING',
  'REJECTED',
  'PARKED',
  'ACKNOWLEDGED',
  'HANDED_OVER',
] as const;
export type BalikanStatus = (typeof balikanStatuses)[number];

interface BalikanRule {
  readonly from: readonly BalikanStatus[];
  readonly to: BalikanStatus;
  /** Who may bring it about; without it the program alone does. */
  readonly action?: Action;
}

export const balikanRules = {
  /** The worker takes the item. */
  PICK: { from: ['QUEUED'], to: 'SENDING' },
  /** Delivered now, or found delivered earlier. */
  ACKNOWLEDGE: { from: ['SENDING'], to: 'ACKNOWLEDGED' },
  /** A technical failure with attempts left, a hold of the whole queue, or a crash while sending. */
  PUT_BACK: { from: ['SENDING'], to: 'QUEUED' },
  /** A technical failure at the last attempt, or an answer that the service gives to this item alone. */
  GIVE_UP: { from: ['SENDING'], to: 'PARKED' },
  /** Refused for what it says. */
  REJECT: { from: ['SENDING'], to: 'REJECTED' },
  /** A new revision; of the old one a keyed hash stays. */
  CORRECT: { from: ['REJECTED'], to: 'QUEUED', action: 'HANDLE_OUTBOX' },
  PARK: { from: ['REJECTED'], to: 'PARKED', action: 'HANDLE_OUTBOX' },
  RETRY: { from: ['PARKED'], to: 'QUEUED', action: 'HANDLE_OUTBOX' },
  /** With a list that has a number. From QUEUED only where the agreement has no web service to send to. */
  HAND_OVER: { from: ['QUEUED', 'REJECTED', 'PARKED'], to: 'HANDED_OVER', action: 'HANDLE_OUTBOX' },
} as const satisfies Readonly<Record<string, BalikanRule>>;
export type BalikanEvent = keyof typeof balikanRules;
export const balikanEvents = Object.keys(balikanRules) as readonly BalikanEvent[];

/** The status after the event, or `undefined` when the event has no place in this status. */
export function nextBalikanStatus(from: BalikanStatus, event: BalikanEvent): BalikanStatus | undefined {
  const rule: BalikanRule = balikanRules[event];
  return rule.from.includes(from) ? rule.to : undefined;
}
