/** People at the door of a program in real work: their own names and passwords, typed. */
import type { Channel, ChannelInput } from '../../electron/contract/index.ts';
import type { Counter } from './counter.ts';

export async function onScreen({ window }: Counter, name: string): Promise<void> {
  await window.until(
    `${name} is on the screen`,
    `document.querySelector('main')?.dataset.screen === ${JSON.stringify(name)}`,
  );
}

/** Somebody who has signed in here before. */
export async function signIn(counter: Counter, login: string, password: string): Promise<void> {
  await typeName(counter, login, password);
  await onScreen(counter, 'start');
}

/** With the password that IT staff handed over, which is changed; then the notice is read. */
export async function firstSignIn(counter: Counter, login: string, once: string, own: string): Promise<void> {
  const { window } = counter;
  await typeName(counter, login, once);
  await onScreen(counter, 'new-password');
  // Behind each field stands the button that shows what is in it.
  await window.press(...once, 'Tab', 'Tab', ...own, 'Tab', 'Tab', ...own, 'Enter');
  await onScreen(counter, 'notice');
  await window.press('Enter');
  await onScreen(counter, 'start');
}

export async function signOut(counter: Counter): Promise<void> {
  await counter.told('session.signOut');
  await onScreen(counter, 'sign-in');
}

async function typeName(counter: Counter, login: string, password: string): Promise<void> {
  await onScreen(counter, 'sign-in');
  await counter.window.press(...login, 'Tab', ...password, 'Enter');
}

/** The code with which main refuses. */
export async function refusal<C extends Channel>(
  { window }: Counter,
  channel: C,
  input?: ChannelInput<C>,
): Promise<string> {
  const answer = await window.ask<{ ok: boolean; failure?: { code: string } }>(channel, input);
  return answer.failure?.code ?? 'done';
}
