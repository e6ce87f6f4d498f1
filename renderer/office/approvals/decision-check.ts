/** A rejection says why; everything else is checked by what main checks by. */
import type { Checker, Draft } from '../parts/draft.ts';

export function decisionCheck<T>(schema: Checker<T>): Checker<T> {
  return {
    safeParse(draft: Draft) {
      const silent = draft.decision === 'REJECT' && String(draft.note).trim() === '';
      if (silent) return { success: false, error: { issues: [{ path: ['note'] }] } };
      return schema.safeParse(draft);
    },
  };
}
