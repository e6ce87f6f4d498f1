/** One visit is about one person: whoever comes next has a visit and a registered case of their own. */
import type { Failure } from '../../native/failure.ts';
import { appFailure, type InquiryOutcome, type PermitRequest } from '../contract/index.ts';
import type { OpenVisit } from './counter-setting.ts';

/** Answers after which a NIK may turn out to have been mistyped, and is entered once more. */
const perhapsMistyped: ReadonlySet<InquiryOutcome | undefined> = new Set([
  'NOT_FOUND',
  'NOT_FOUND_BAD_FORMAT',
]);

export function refusalOfAnother(visit: OpenVisit | undefined, request: PermitRequest): Failure | undefined {
  if (visit === undefined || request.kind === 'READ') return undefined;
  const { asked, outcome } = visit;
  const isSame = asked.size === 0 || asked.has(request.trace.nik);
  const isCorrection = asked.size === 1 && perhapsMistyped.has(outcome);
  return isSame || isCorrection ? undefined : appFailure('ANOTHER_NIK', 'permit');
}
