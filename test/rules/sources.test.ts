/** The table of rules is only as honest as what it finds in the sources. */
import { expect, test } from 'vitest';
import { declaredNames, testTitles, textOf } from './sources.ts';

test('a name counts where it is declared, not where it is used or spoken of', () => {
  const text = `
    import { imported } from './x.ts';
    /** spoken */
    export class Shelf { #inner() { return used(); } get outer() { return 'quoted'; } }
    const handlers = { HANDLER() { const local = imported; return local; } };
    const walls = [{ name: 'a-wall' }];
    const sql = \`CREATE TRIGGER guard BEFORE DELETE ON shelf\`;
  `;
  const names = declaredNames('x.ts', text);
  for (const name of ['Shelf', '#inner', 'outer', 'HANDLER', 'local', 'a-wall', 'guard'])
    expect(names).toContain(name);
  for (const name of ['imported', 'spoken', 'used', 'quoted', 'shelf']) expect(names).not.toContain(name);
});

test('a test counts by its title, alone or within its describe, and not when it is skipped', () => {
  const text = `
    test('alone', () => {});
    describe('a shelf', () => {
      it.each([1, 2])('holds %i', () => {});
      it.each(['a'])(
        'twice',
        () => {},
      );
      test.skip('later', () => {});
      test.todo('never');
    });
    describe('a box', () => { it('twice', () => {}); });
    expect('not a test').toBe(other('nor this'));
  `;
  expect(Object.fromEntries(testTitles('x.test.ts', text))).toEqual({
    alone: 1,
    'holds %i': 1,
    'a shelf > holds %i': 1,
    twice: 2,
    'a shelf > twice': 1,
    'a box > twice': 1,
  });
});

test('a file that is not there has no text', () => {
  expect(textOf('test/rules/nowhere.ts')).toBeUndefined();
});
