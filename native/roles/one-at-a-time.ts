/**
 * One looks at a reader at a time. The search for the SAM and the wait for a tap go over the same readers, and a card is held exclusively: who comes
 * second would take a reader that is only being looked at for one that somebody else uses.
 */

/** Runs the work when all that was asked for before has ended, whatever became of that. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export function oneAtATime(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** For who looks at readers that nobody else looks at. */
export const atOnce: Turn = (work) => work();
