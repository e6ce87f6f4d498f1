/** Holds the table of rules to the sources, line by line, and docs/rules.md to the table. */
import { expect, test } from 'vitest';
import { exists, isCode } from './messages.ts';
import { rulesPage } from './page.ts';
import { type Rule, ruleNumbers } from './rule.ts';
import { declaredNames, testTitles, textOf } from './sources.ts';
import { chapters, rules } from './table.ts';

/** What is wrong with a name in this file. */
type Judge = (name: string) => string | undefined;
type Court = (file: string, text: string) => Judge;

/** What is wrong with the places a rule names, as `R-001: …`. */
function objections(placesOf: (rule: Rule) => Rule['code'], court: Court): string[] {
  const judges = new Map<string, Judge>();
  function judgeOf(file: string): Judge {
    const text = textOf(file);
    const judge = judges.get(file) ?? (text === undefined ? () => 'no such file' : court(file, text));
    judges.set(file, judge);
    return judge;
  }
  return rules.flatMap((rule) =>
    Object.entries(placesOf(rule)).flatMap(([file, names]) =>
      (names.length === 0 ? ['names nothing in it'] : names.flatMap((name) => judgeOf(file)(name) ?? [])).map(
        (objection) => `${rule.rule}: ${file}: ${objection}`,
      ),
    ),
  );
}

/** The codes among the messages that neither the code nor the tests of the rule know. */
function strangers({ code, tests, messages }: Rule): string[] {
  const files = [...Object.keys(code), ...Object.keys(tests)].map((file) => textOf(file) ?? '').join('\n');
  return messages.filter((message) => isCode(message) && !new RegExp(`\\b${message}\\b`).test(files));
}

test('every rule stands in the table once, in order', () => {
  expect(rules.map(({ rule }) => rule)).toEqual(ruleNumbers);
});

test('the code that enforces a rule is declared where the table says', () => {
  const wrong = objections(
    ({ code }) => code,
    (file, text) => {
      const declared = declaredNames(file, text);
      return (name) => (declared.has(name) ? undefined : `declares no ${name}`);
    },
  );
  expect(wrong).toEqual([]);
});

test('the tests that prove a rule stand where the table says, and run', () => {
  const wrong = objections(
    ({ tests }) => tests,
    (file, text) => {
      const titles = testTitles(file, text);
      return (title) =>
        titles.get(title) === 1 ? undefined : `has ${titles.get(title) ?? 0} tests “${title}”`;
    },
  );
  expect(wrong).toEqual([]);
});

test('what is enforced is proven, and what is neither says with what it comes', () => {
  const wrong = rules.filter(({ code, tests, open }) => {
    const enforced = Object.keys(code).length > 0;
    const proven = Object.keys(tests).length > 0;
    return enforced !== proven || (!enforced && open === undefined);
  });
  expect(wrong.map(({ rule }) => rule)).toEqual([]);
});

test('every message can be read in both languages, and every failure is known to the code or the tests of its rule', () => {
  const wrong = rules.flatMap((rule) => [
    ...rule.messages.filter((message) => !exists(message)).map((message) => `${rule.rule}: no ${message}`),
    ...strangers(rule).map((message) => `${rule.rule}: ${message} is raised elsewhere`),
  ]);
  expect(wrong).toEqual([]);
});

test('docs/rules.md is the table', async () => {
  await expect(rulesPage(chapters)).toMatchFileSnapshot('../../docs/rules.md');
});
