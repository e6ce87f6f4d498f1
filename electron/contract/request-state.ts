/**
 * The states of a request of a resident and the one table of their transitions. A withdrawal cannot be refused,
 * and completes by itself when its time is up; an access request is answered or refused by a person.
 */
import type { RequestRow } from './requests.ts';

export type RequestKind = RequestRow['kind'];
export type RequestStatus = RequestRow['status'];
export type RequestEvent = 'COMPLETE' | 'REFUSE' | 'TIME_UP';

/** Clock hours, not working hours: UU 27/2022 Ps.33 and 40 say 3 × 24. */
export const requestTimeMs = 72 * 3_600_000;

const transitions: Readonly<
  Record<RequestKind, Partial<Readonly<Record<RequestEvent, Exclude<RequestStatus, 'OPEN'>>>>>
> = {
  WITHDRAWAL: { COMPLETE: 'COMPLETED', TIME_UP: 'COMPLETED_BY_CLOCK' },
  ACCESS: { COMPLETE: 'COMPLETED', REFUSE: 'REFUSED' },
};

/** Only an open request moves; `undefined` where the event has no place. */
export function nextRequestStatus(
  kind: RequestKind,
  from: RequestStatus,
  event: RequestEvent,
): Exclude<RequestStatus, 'OPEN'> | undefined {
  return from === 'OPEN' ? transitions[kind][event] : undefined;
}
