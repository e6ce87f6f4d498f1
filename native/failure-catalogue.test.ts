import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type CardFailureCode, cardFailure, cardFailures } from './failure-catalogue.ts';

const codes = Object.keys(cardFailures) as CardFailureCode[];

describe('the catalogue of card failures', () => {
  test('tells cause and cure in both languages, as whole sentences', () => {
    const incomplete = codes.filter((code) => textsOf(code).some((text) => !/^[A-Z].{15,}\.$/s.test(text)));
    expect(incomplete).toEqual([]);
  });

  test('calls no card false, for a chip that cannot be read is only damaged (R-083)', () => {
    const accusing = codes.filter((code) =>
      textsOf(code).some((text) => /palsu|fake|forged|counterfeit|tiruan/i.test(text)),
    );
    expect(accusing).toEqual([]);
  });

  test('has a test that provokes every code', () => {
    const home = dirname(fileURLToPath(import.meta.url));
    const tests = [home, join(home, '../test/native'), join(home, '../test/pcsc')]
      .flatMap((folder) => sourcesOf(folder))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(codes.filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
  });
});

function textsOf(code: CardFailureCode): string[] {
  const { cause, cure } = cardFailure(code, 'test');
  return [cause.id, cause.en, cure.id, cure.en];
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.startsWith('failure-catalogue'))
    .map((name) => join(folder, name));
}
