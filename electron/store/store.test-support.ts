/** For tests of everything durable: a real database in a folder of its own, and a clock that only the test moves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Failure, Result } from '../../native/failure.ts';
import { type OpenStore, openStore } from './open-store.ts';
import type { Clock } from './port.ts';

/** A lab constant, not a secret. */
export const LAB_KEY = new Uint8Array(32).fill(0x4b);

export interface ManualClock extends Clock {
  /** Moves the time and runs what falls due on the way, in order. */
  advance(ms: number): void;
  /** Sets the wall clock without any time passing, as a person would. */
  set(now: number): void;
}

export function manualClock(start = Date.UTC(2026, 0, 5, 2)): ManualClock {
  let wall = start;
  let passed = 0;
  const waiting = new Map<symbol, { readonly at: number; readonly call: () => void }>();
  return {
    now: () => wall,
    after(ms, call) {
      const id = Symbol();
      waiting.set(id, { at: passed + ms, call });
      return () => waiting.delete(id);
    },
    advance(ms) {
      const end = passed + ms;
      for (;;) {
        const due = [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (due === undefined) break;
        const [id, { at, call }] = due;
        waiting.delete(id);
        wall += at - passed;
        passed = at;
        call();
      }
      wall += end - passed;
      passed = end;
    },
    set(now) {
      wall = now;
    },
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ketuk-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens (or opens again) a store that is closed when the test ends. */
export function testStore(path: string, clock: Clock): OpenStore {
  const store = valueOfResult(openStore({ path, key: LAB_KEY, clock }));
  onTestFinished(() => store.close());
  return store;
}

export function valueOfResult<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.failure.code} at ${result.failure.at} ${result.failure.detail ?? ''}`);
  return result.value;
}

export function failureOf<T>(result: Result<T>): Failure | undefined {
  return result.ok ? undefined : result.failure;
}
