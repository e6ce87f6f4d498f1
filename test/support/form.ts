/** Forms of the office as a person fills them in: a button by what it does, then field after field from the keyboard. */
import type { Counter } from './counter.ts';

const dialogStands = 'document.querySelector(\'[role="dialog"] form\')';
const noDialog = '!document.querySelector(\'[role="dialog"]\')';

/** To a place of home, as its address has it. */
export async function goTo({ window }: Counter, hash: string, screen: string): Promise<void> {
  await window.until('home is on screen', "location.host === 'beranda' && document.querySelector('h1')");
  await window.run(`void (location.hash = ${JSON.stringify(hash)})`);
  await window.until(
    `${screen} is on screen`,
    `document.querySelector('main')?.dataset.screen === '${screen}'`,
  );
}

export async function click({ window }: Counter, selector: string): Promise<void> {
  const found = `document.querySelector(${JSON.stringify(selector)})`;
  await window.until(`there is ${selector}`, found);
  await window.run(`void ${found}.click()`);
}

/**
 * Opens a form by its button and fills it in, one value a field, from the first field on; `undefined` leaves a field as it is. Ends when
 * the dialog has gone.
 */
export async function record(
  counter: Counter,
  button: string,
  values: readonly (string | undefined)[] = [],
): Promise<void> {
  await click(counter, button);
  await counter.window.until('the form stands', dialogStands);
  await fillIn(counter, values);
  await counter.window.until('the form is gone', noDialog);
}

/** The same with a form that main is to refuse. Gives what the dialog says, and closes it. */
export async function refused(
  counter: Counter,
  button: string,
  values: readonly (string | undefined)[] = [],
): Promise<string> {
  await click(counter, button);
  await counter.window.until('the form stands', dialogStands);
  await fillIn(counter, values);
  const note = '[role="dialog"] [role="alert"]';
  await counter.window.until('the refusal is said', `document.querySelector('${note}')?.innerText`);
  const said = await counter.window.run<string>(`document.querySelector('${note}').innerText`);
  await counter.window.press('Escape');
  await counter.window.until('the form is gone', noDialog);
  return said;
}

/** Types into a field of the page by the words that name it, from its first letter on; the first of them where there are several. */
export async function write({ window }: Counter, label: string, text: string): Promise<void> {
  const named = `[...document.querySelectorAll('main label')].find((one) => one.innerText.startsWith(${JSON.stringify(label)}))`;
  await window.until(`there is a field ${label}`, `${named}?.control`);
  await window.run(`void ${named}.control.select()`);
  await window.press(...text);
}

/** Focus stands in the first field; a value replaces what was there. */
async function fillIn({ window }: Counter, values: readonly (string | undefined)[]): Promise<void> {
  if (values.length > 0) await fieldHasFocus();
  for (const [index, value] of values.entries()) {
    if (index > 0) await window.press('Tab');
    if (value === undefined) continue;
    await window.run('void document.activeElement.select?.()');
    await window.press(...value);
  }
  // In a field of several lines Enter begins the next one, and a choice it opens.
  const submits = values.length > 0 && (await window.run("document.activeElement.tagName === 'INPUT'"));
  if (submits) await window.press('Enter');
  else await window.run(`void document.querySelector('[role="dialog"] [data-kind="primary"]').click()`);

  function fieldHasFocus(): Promise<void> {
    return window.until('a field has the focus', 'document.activeElement?.closest(\'[role="dialog"] form\')');
  }
}
