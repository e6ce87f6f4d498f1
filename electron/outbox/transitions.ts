/** The life of a data-balikan item, as one table (domain 4.5). The database's own guard is tested against it. */

export const balikanStatuses = [
  'QUEUED',
  'SENDING',
  'ACKNOWLEDGED',
  'REJECTED',
  'PARKED',
  'HANDED_OVER',
] as const;
export type BalikanStatus = (typeof balikanStatuses)[number];

export type BalikanEvent =
  /** The worker takes the item. */
  | 'PICK'
  /** Delivered now, or found delivered earlier. */
  | 'ACKNOWLEDGE'
  /** A technical failure with attempts left, a hold of the whole queue, or a crash while sending. */
  | 'PUT_BACK'
  /** A technical failure at the last attempt. */
  | 'GIVE_UP'
  /** Refused for what it says. */
  | 'REJECT'
  | 'CORRECT'
  | 'PARK'
  | 'RETRY'
  | 'HAND_OVER';

export const balikanTransitions: Readonly<
  Record<BalikanStatus, Partial<Readonly<Record<BalikanEvent, BalikanStatus>>>>
> = {
  QUEUED: { PICK: 'SENDING' },
  SENDING: { ACKNOWLEDGE: 'ACKNOWLEDGED', PUT_BACK: 'QUEUED', GIVE_UP: 'PARKED', REJECT: 'REJECTED' },
  REJECTED: { CORRECT: 'QUEUED', PARK: 'PARKED', HAND_OVER: 'HANDED_OVER' },
  PARKED: { RETRY: 'QUEUED', HAND_OVER: 'HANDED_OVER' },
  ACKNOWLEDGED: {},
  HANDED_OVER: {},
};

/** The status after the event, or `undefined` when the event has no place in this status. */
export function nextBalikanStatus(from: BalikanStatus, event: BalikanEvent): BalikanStatus | undefined {
  return balikanTransitions[from][event];
}
