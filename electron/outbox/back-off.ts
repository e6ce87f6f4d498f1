/** When a failed item is tried again: after 1, 5, 15 and 60 minutes, then every 4 hours. */

const MINUTE = 60_000;
const STEPS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);

/** The longest wait there is. A next attempt further ahead than this was set by a clock that was wrong. */
export const LONGEST_WAIT = 240 * MINUTE;

/** After this many technical failures an item waits for a person. */
export const MAX_ATTEMPTS = 20;

/** @param attempts failed attempts so far, at least 1 */
export function waitAfter(attempts: number): number {
  return STEPS[attempts - 1] ?? LONGEST_WAIT;
}

/**
 * How many may go together with an item that failed so often: half as many each time. Whatever it is about an item that makes a server
 * fall silent, after a few attempts no other item suffers from it.
 */
export function mostTogether(attempts: number, most: number): number {
  return Math.max(1, Math.floor(most / 2 ** attempts));
}
