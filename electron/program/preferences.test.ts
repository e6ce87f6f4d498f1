import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPreferences } from './preferences.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-preferences-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('starts everybody in Indonesian and light, and remembers a change', () => {
  expect(openPreferences(folder).get()).toEqual({ language: 'id', theme: 'light' });
  openPreferences(folder).set({ theme: 'dark' });
  expect(openPreferences(folder).get()).toEqual({ language: 'id', theme: 'dark' });
});

it('keeps what is right in a file that was edited by hand, and survives one that is no JSON', () => {
  writeFileSync(join(folder, 'preferensi.json'), '{"language":"fr","theme":"dark","x":1}');
  expect(openPreferences(folder).get()).toEqual({ language: 'id', theme: 'dark' });
  writeFileSync(join(folder, 'preferensi.json'), '{{{');
  expect(openPreferences(folder).get()).toEqual({ language: 'id', theme: 'light' });
});
