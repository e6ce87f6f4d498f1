/**
 * The receipt that a resident is handed who withdrew a consent, as an order for a paper: whoever took the withdrawal types nothing.
 * It goes by the number of the consent that it ends, for no secretariat gives one while somebody stands at the counter.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type PaperOrder, type PaperStart } from '../contract/index.ts';

interface Wanted {
  readonly agreementId: string;
  readonly requestId: string;
  readonly today: string;
}

/** What nobody has typed yet on any paper of the office is filled in by hand. */
const orOpen = (text: string) => (text === '' ? '....................' : text);

export function receiptOrder(
  { letterhead, place, subjects }: Pick<PaperStart, 'letterhead' | 'place' | 'subjects'>,
  { agreementId, requestId, today }: Wanted,
): Result<PaperOrder> {
  const withdrawal = subjects.find(({ subjectId }) => subjectId === requestId);
  if (withdrawal === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such withdrawal'));
  return ok({
    kind: 'WITHDRAWAL_RECEIPT',
    agreementId,
    letterhead: {
      ...letterhead,
      government: orOpen(letterhead.government),
      address: orOpen(letterhead.address),
    },
    place: orOpen(place),
    day: today,
    number: withdrawal.name,
    subjectId: requestId,
    details: {},
  });
}
