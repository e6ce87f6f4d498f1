import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cardFailures } from '../../native/failure-catalogue.ts';
import { failurePage } from './failure-page.ts';
import { appFailures } from './failures/index.ts';

it('stands in the docs as it stands in the catalogues', () => {
  expect(readFileSync(new URL('../../docs/failures.md', import.meta.url), 'utf8')).toBe(failurePage());
});

it('has no code twice, and for each a cause and a cure in both languages that are sentences', () => {
  const codes = [...Object.keys(cardFailures), ...Object.keys(appFailures)];
  expect(new Set(codes).size).toBe(codes.length);
  for (const { cause, cure } of [...Object.values(cardFailures), ...Object.values(appFailures)]) {
    for (const text of [cause.id, cause.en, cure.id, cure.en]) expect(text).toMatch(/^.{10,}[.!]$/s);
  }
});

it('has a test that provokes every code', () => {
  const tests = ['electron', 'renderer', 'simulator', 'test'].flatMap((floor) => testsOn(floor)).join('\n');
  const unprovoked = Object.keys(appFailures).filter((code) => !new RegExp(`\\b${code}\\b`).test(tests));
  expect(unprovoked).toEqual([]);
});

/** The table of rules names codes without raising any. */
function testsOn(floor: string): string[] {
  const home = new URL(`../../${floor}/`, import.meta.url);
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('rules/'))
    .map((file) => readFileSync(new URL(file, home), 'utf8'));
}
