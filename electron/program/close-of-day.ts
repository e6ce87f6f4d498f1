/**
 * The close of the day: once a day the audit log is looked over from its first entry on, and signed as it is. It is done at the
 * first opportunity of the next day, for computers are off at night; in slices, and not right after the start: the counter does not wait.
 */
import { localDay } from '../calendar/index.ts';
import type { Installation } from './installation.ts';

const DAY_CLOSED = 'audit.dayClosed';
const afterStartMs = 300_000;
const betweenSlicesMs = 20;

interface CloseOfDay {
  /** To be called again and again. */
  tick(): void;
}

/** @param broken the chain was found not to be whole */
export function closeOfDay(
  { audit, state, clock }: Pick<Installation, 'audit' | 'state' | 'clock'>,
  setting: { readonly timeZone: () => string; readonly counter: () => string },
  broken: () => void,
): CloseOfDay {
  const startedAt = clock.now();
  let lookedOn: string | undefined;

  function look(day: string, next: ReturnType<typeof audit.closeLook>): void {
    const looked = next();
    if (looked === undefined) {
      clock.after(betweenSlicesMs, () => look(day, next));
      return;
    }
    // A disk that fails is asked again at the next tick.
    if (!looked.ok) lookedOn = undefined;
    else if (looked.value.brokenAt !== undefined) broken();
    else sign(day);
  }

  function sign(day: string): void {
    const signed = audit.checkpoint({ actor: 'SYSTEM', counter: setting.counter() }, 'DAY_CLOSE');
    const noted = signed.ok ? state.set(DAY_CLOSED, day) : signed;
    if (!noted.ok) lookedOn = undefined;
  }

  return {
    tick() {
      const now = clock.now();
      const day = localDay(now, setting.timeZone());
      if (day === lookedOn || now - startedAt < afterStartMs) return;
      const closed = state.get(DAY_CLOSED);
      if (!closed.ok) return;
      lookedOn = day;
      if (closed.value !== day) look(day, audit.closeLook());
    },
  };
}
