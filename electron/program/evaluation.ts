/**
 * Evaluation mode: while a visitor looks, the session of who let them look is locked, and main answers one question only. What
 * cannot be asked cannot be shown: it ends when the person comes back with their password, or leaves.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { type Acting, appFailure, type EvaluationStart } from '../contract/index.ts';
import type { Sessions } from '../people/index.ts';

export interface EvaluationMode {
  /** Locks the screen behind it. */
  begin(start: EvaluationStart, acting: Acting): Result<unknown>;
  /** What is being looked at; `undefined` once whoever began it is back, or gone. */
  running(): EvaluationStart | undefined;
}

export function evaluationMode(
  sessions: Pick<Sessions, 'current' | 'lock'>,
  audit: Pick<AuditLog, 'append'>,
): EvaluationMode {
  let shown: { readonly start: EvaluationStart; readonly sessionId: string } | undefined;

  return {
    begin(start, { personId: actor, counter }) {
      const session = sessions.current();
      if (session?.state !== 'OPEN') return failed(appFailure('NOT_SIGNED_IN', 'evaluation'));
      const { agreementId, from, to, visitor } = start;
      const noted = audit.append(
        { actor, counter, agreementId },
        { event: 'EVALUATION_BEGAN', visitor, from, to },
      );
      if (!noted.ok) return noted;
      shown = { start, sessionId: session.sessionId };
      sessions.lock();
      return ok(undefined);
    },

    running() {
      if (shown === undefined) return undefined;
      const session = sessions.current();
      if (session?.sessionId !== shown.sessionId || session.state !== 'LOCKED') shown = undefined;
      return shown?.start;
    },
  };
}
