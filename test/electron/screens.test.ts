/** `npm run screens` takes the picture that was asked for: of a paper, whose PDF the paper process makes as the program has it made. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('takes the picture of a paper as it will print, and finds nothing wrong on it', async () => {
  const program = ['--import', 'tsx', 'test/screens/cli.ts', '--in', 'id.light'];
  const name = '14-surat-breach-notice-persons';
  const { stdout } = await promisify(execFile)(process.execPath, [...program, '--only', name], { cwd: root });
  expect(stdout).toMatch(/^screens: 1 pictures in .*, 0 problems$/m);
  expect(existsSync(join(root, 'test-results/screens', `${name}.id.light.png`))).toBe(true);
});
