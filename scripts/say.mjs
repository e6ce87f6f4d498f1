/** What the bootstrap tells a person: on standard error, so that the standard output of a script stays its own. */

/** @param {string} text */
export function say(text) {
  process.stderr.write(`ketuk: ${text}\n`);
}

/** Something a person has to put right; its message says what is missing and what to do. Shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs the body of a script and turns its end into an exit code. A `SetupError` is an answer; anything else is a bug
 * and keeps its stack.
 * @param {() => Promise<number>} body
 */
export async function asScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (error instanceof SetupError) say(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
