import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { openStore, stateTable } from './index.ts';
import { failureOf, LAB_KEY, manualClock, temporaryFolder, valueOfResult } from './store.test-support.ts';

const NAMES = Array.from({ length: 120 }, (_, index) => `name.${String(index).padStart(3, '0')}`);

/** A closed database with something in it; gives its bytes and the place of its parts. */
function filled(): { readonly folder: string; readonly path: string; readonly bytes: Buffer } {
  const folder = temporaryFolder();
  const path = join(folder, 'ketuk.db');
  const clock = manualClock();
  const store = valueOfResult(openStore({ path, key: LAB_KEY, clock }));
  const state = stateTable(store, clock);
  valueOfResult(
    store.transaction(() => {
      for (const name of NAMES) valueOfResult(state.set(name, `value of ${name}`));
      return ok(undefined);
    }),
  );
  store.close();
  return { folder, path, bytes: readFileSync(path) };
}

/** Opens a changed copy and reads everything: what is answered must be right or a failure, and the file untouched by it. */
function meet(folder: string, checkFrom: string, bytes: Uint8Array): string {
  const path = join(folder, 'copy', 'ketuk.db');
  // Always the same file, so that its place is not news to be written down each time.
  mkdirSync(join(folder, 'copy'), { recursive: true });
  for (const rest of ['-wal', '-shm', '.pid']) rmSync(`${path}${rest}`, { force: true });
  writeFileSync(path, bytes);
  if (!existsSync(`${path}.check`)) copyFileSync(`${checkFrom}.check`, `${path}.check`);
  const clock = manualClock();
  const opened = openStore({ path, key: LAB_KEY, clock });
  if (!opened.ok) {
    expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
    return opened.failure.code;
  }
  const state = stateTable(opened.value, clock);
  try {
    for (const name of NAMES) {
      const found = state.get(name);
      if (!found.ok) return found.failure.code;
      if (found.value !== `value of ${name}`) return 'SILENTLY WRONG';
    }
    return 'RIGHT';
  } finally {
    opened.value.close();
  }
}

describe('a flipped byte', () => {
  test('anywhere in the header or in any page is found or harmless, and never overwritten', () => {
    const { folder, path, bytes } = filled();
    const places = [
      ...Array.from({ length: 100 }, (_, at) => at),
      // A stride that shares no factor with the page size meets every page at another place.
      ...Array.from({ length: 160 }, (_, step) => (step * 1_021 + 4_096) % bytes.length),
    ];
    const answers = places.map((place) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 0x40, place);
      return meet(folder, path, changed);
    });
    expect(new Set(answers)).toEqual(new Set(['STORE_DAMAGED', 'RIGHT']));
    expect(answers.filter((answer) => answer === 'STORE_DAMAGED').length).toBeGreaterThan(100);
  });

  test('a file cut short, empty, missing or full of something else is STORE_DAMAGED, and no new one takes its place', () => {
    const { folder, path, bytes } = filled();
    const noise = Buffer.alloc(bytes.length, 0x5a);
    for (const changed of [
      bytes.subarray(0, bytes.length - 4096),
      bytes.subarray(0, 700),
      Buffer.alloc(0),
      noise,
    ]) {
      expect(meet(folder, path, changed)).toBe('STORE_DAMAGED');
    }
    rmSync(path);
    expect(failureOf(openStore({ path, key: LAB_KEY }))?.code).toBe('STORE_DAMAGED');
    expect(existsSync(path)).toBe(false);
  });
});

describe('a wrong key', () => {
  test('is told from a damaged file, leaves every byte as it was, and the right key still works', () => {
    const { path, bytes } = filled();
    const wrong = Uint8Array.from(LAB_KEY, (byte, at) => (at === 0 ? byte ^ 1 : byte));
    expect(failureOf(openStore({ path, key: wrong }))?.code).toBe('STORE_WRONG_KEY');
    expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
    valueOfResult(openStore({ path, key: LAB_KEY, clock: manualClock() })).close();
  });
});

describe('a killed program', () => {
  const child = (path: string, then: string) => `
    import { openStore, stateTable, systemClock } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    const store = openStore({ path: ${JSON.stringify(path)}, key: new Uint8Array(32).fill(0x4b) });
    if (!store.ok) { console.log(store.failure.code); process.exit(0); }
    ${then}`;
  const run = (source: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '../..'),
    });

  test('leaves no lock behind and loses nothing it was told is durable', () => {
    const path = join(temporaryFolder(), 'ketuk.db');
    const source = child(
      path,
      `stateTable(store.value, systemClock).set('told', 'durable');
       console.log('told'); process.kill(process.pid, 'SIGKILL');`,
    );
    const killed = run(source);
    expect([killed.signal, killed.stdout]).toEqual(['SIGKILL', 'told\n']);
    const clock = manualClock();
    const store = valueOfResult(openStore({ path, key: LAB_KEY, clock }));
    expect(valueOfResult(stateTable(store, clock).get('told'))).toBe('durable');
    expect(run(child(path, 'store.value.close();')).stdout).toBe('STORE_IN_USE\n');
    store.close();
  });

  test('with a log that was cut short by the power cut opens with what the log still holds whole', () => {
    const path = join(temporaryFolder(), 'ketuk.db');
    run(
      child(
        path,
        `const state = stateTable(store.value, systemClock);
         for (let at = 0; at < 5; at++) state.set('n', String(at));
         process.kill(process.pid, 'SIGKILL');`,
      ),
    );
    truncateSync(`${path}-wal`, readFileSync(`${path}-wal`).length - 100);
    const clock = manualClock();
    const store = valueOfResult(openStore({ path, key: LAB_KEY, clock }));
    expect(valueOfResult(stateTable(store, clock).get('n'))).toBe('3');
    store.close();
  });
});
