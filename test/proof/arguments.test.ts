import { expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

it('reads what is asked for behind the -- of npm, and what npm keeps for itself without it', () => {
  const asked = { name: 'custody', count: 5, seed: 3, json: false };
  expect(readArguments(['custody', '--count', '5', '--seed=3'], {})).toEqual(asked);
  expect(readArguments(['custody'], { npm_config_count: '5', npm_config_seed: '3' })).toEqual(asked);
  expect(readArguments(['custody'], {})).toEqual({ name: 'custody', count: undefined, seed: 1, json: false });
  expect(readArguments(['custody', '--json'], {})).toMatchObject({ json: true });
  expect(readArguments(['custody'], { npm_config_json: 'true' })).toMatchObject({ json: true });
});

it('takes any whole number and any text as a seed, the same for the same', () => {
  const seedOf = (seed: string) => readArguments(['audit', `--seed=${seed}`], {})?.seed ?? Number.NaN;
  expect(seedOf('0')).toBe(0);
  for (const seed of ['-1', '2026-11-23', 'a text', '99999999999999999999']) {
    expect(seedOf(seed)).toBe(seedOf(seed));
    expect(seedOf(seed)).toBeGreaterThan(0);
    expect(Number.isSafeInteger(seedOf(seed))).toBe(true);
  }
  expect(seedOf('-1')).not.toBe(seedOf('-2'));
});

it.each<[string[], Record<string, string>]>([
  [[], {}],
  [['custody', 'audit'], {}],
  [['custody', '--count', '0'], {}],
  [['custody', '--count', 'many'], {}],
  [['custody', '--seed', ''], {}],
  [['custody', '--unknown'], {}],
  [['custody', '--json=yes'], {}],
  [['custody', '--json', 'yes'], {}],
  [['custody', '5', '3'], { npm_config_count: 'true', npm_config_seed: 'true' }],
  [['custody'], { npm_config_count: 'true' }],
  [['custody'], { npm_config_seed: 'true' }],
])('refuses %j with %j', (argv, environment) => {
  expect(readArguments(argv, environment)).toBeUndefined();
});
