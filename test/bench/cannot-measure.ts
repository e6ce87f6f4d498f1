/** A measurement that could not be made. Its message says why; it is an answer, not a bug. */
import type { Failure, Result } from '../../native/failure.ts';

export class CannotMeasure extends Error {}

/** The value of a `Result`; a failure ends the measurement with its code and place. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CannotMeasure(described(result.failure));
}

function described({ code, at, detail, cause }: Failure): string {
  return `${code} at ${at}${detail === undefined ? '' : ` (${detail})`}: ${cause.en}`;
}
