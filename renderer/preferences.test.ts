/** What every page knows of home: nothing that changed is missed, and no old answer takes the place of a new one. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

interface Question {
  readonly heardBy: number;
  readonly answer: (who: string) => Promise<void>;
}

const asked: Question[] = [];
const listeners: (() => void)[] = [];
let preferences: typeof import('./preferences.ts');

const stateOf = (who: string) => ({ language: 'id', theme: 'light', person: { name: who } });
const shown = () => preferences.usePreferences.getState().home;
/** What was answered has come through. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeAll(async () => {
  const bridge = {
    start: { language: 'id', theme: 'light', training: true },
    onChanged: (listener: () => void) => listeners.push(listener),
    invoke: () =>
      new Promise((resolve) => {
        asked.push({
          heardBy: listeners.length,
          answer: async (who) => {
            resolve({ ok: true, value: stateOf(who) });
            await settled();
          },
        });
      }),
  };
  Object.assign(globalThis, { window: { ketuk: bridge } });
  preferences = await import('./preferences.ts');
  return () => Reflect.deleteProperty(globalThis, 'window');
});

beforeEach(() => {
  asked.length = 0;
  listeners.length = 0;
});

describe('home as a page knows it', () => {
  test('is listened to before it is asked for: a change right behind the first answer is seen', async () => {
    void preferences.followHome();
    expect(asked).toMatchObject([{ heardBy: 1 }]);
    await asked[0]?.answer('Simula');
    listeners[0]?.();
    await asked[1]?.answer('Widodo');
    expect(shown()).toEqual(stateOf('Widodo'));
  });

  test('is the newest answer, whatever comes behind it', async () => {
    void preferences.refreshHome();
    void preferences.refreshHome();
    await asked[1]?.answer('Widodo');
    await asked[0]?.answer('Simula');
    expect(shown()).toEqual(stateOf('Widodo'));
  });
});
