/** The ways a call over the closed network ends without an HTTP answer. Gateway and sender each give them their own words. */

export type CallProblemKind =
  | 'NOT_CLOSED_NETWORK'
  | 'REFUSED'
  | 'UNREACHABLE'
  | 'CERTIFICATE'
  | 'RESET'
  | 'TIMEOUT'
  | 'TOO_LARGE';

export interface CallProblem {
  readonly kind: CallProblemKind;
  /** True once a byte of the request may have left: from here on a hit may have been counted. */
  readonly sent: boolean;
  /** What Node or the server said, e.g. `ECONNREFUSED`. Never a value. */
  readonly detail: string;
}

/** A problem on its way through an `Error`-shaped callback. */
export class CallProblemError extends Error {
  readonly problem: CallProblem;

  constructor(problem: CallProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

const unreachable = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);

/** Sorts an error of Node into the union above. */
export function problemOf(error: unknown, sent: boolean): CallProblem {
  if (error instanceof CallProblemError) return error.problem;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ECONNREFUSED') return { kind: 'REFUSED', sent, detail: code };
  if (code === 'ETIMEDOUT') return { kind: sent ? 'TIMEOUT' : 'UNREACHABLE', sent, detail: code };
  if (unreachable.has(code)) return { kind: 'UNREACHABLE', sent, detail: code };
  return { kind: 'RESET', sent, detail: code === '' ? 'connection broke' : code };
}
