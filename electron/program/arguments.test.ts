import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programArguments } from './arguments.ts';

const fresh = { appData: '/data', installed: false, begun: () => false };
const begun = { ...fresh, begun: (folder: string) => folder === join('/data', 'ketuk') };

describe('what the program is told at its start', () => {
  test('a computer on which work was never begun practises', () => {
    expect(programArguments([], fresh)).toMatchObject({
      mode: { kind: 'training' },
      dataFolder: '/data/ketuk-latihan',
    });
  });

  test('a computer on which it was begun works, and practises when asked to', () => {
    expect(programArguments([], begun)).toMatchObject({ mode: { kind: 'work' }, dataFolder: '/data/ketuk' });
    expect(programArguments(['--training'], begun).mode.kind).toBe('training');
  });

  test('an installed program does not serve under a file', () => {
    const argv = ['--profile=loket.yaml'];
    expect(programArguments(argv, fresh)).toMatchObject({
      mode: { kind: 'profile' },
      dataFolder: '/data/ketuk-uji',
    });
    expect(programArguments(argv, { ...fresh, installed: true }).mode.kind).toBe('training');
  });

  test('a data folder that is named is used in every mode', () => {
    for (const mode of ['--training', '--work', '--profile=a.yaml']) {
      expect(programArguments([mode, '--data=/elsewhere'], fresh).dataFolder).toBe('/elsewhere');
    }
  });
});
