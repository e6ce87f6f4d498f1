/** `npm run check`: types, format and lint, walls, dead code. All of them run; any of them fails the check. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFolder, modules, root, runtimeFolder } from './folders.mjs';
import { run } from './processes.mjs';
import { asScript, say } from './say.mjs';
import { setUp } from './setup.mjs';

const floors = ['native', 'electron', 'renderer', 'simulator', 'test', 'scripts'];

/** @type {{ name: string, program: string, args: string[] }[]} */
const checks = [
  ...floors.map((floor) => ({
    name: `types of ${floor}`,
    program: 'typescript/bin/tsc',
    args: ['-p', floor, '--incremental', '--tsBuildInfoFile', join(runtimeFolder, `${floor}.tsbuildinfo`)],
  })),
  { name: 'format and lint', program: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings'] },
  {
    name: 'walls',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', '--', ...floors, 'resources', 'vite.config.ts'],
  },
  { name: 'dead code', program: 'knip/bin/knip.js', args: ['--no-progress'] },
];

await asScript(async () => {
  await setUp();
  ensureFolder(runtimeFolder);
  const broken = [];
  for (const { name, program, args } of checks) {
    const status = await run(process.execPath, [programFile(program), ...args], { cwd: root });
    say(`${status === 0 ? 'ok    ' : 'BROKEN'} ${name}`);
    if (status !== 0) broken.push(name);
  }
  if (broken.length > 0) say(`check failed: ${broken.join(', ')}`);
  return broken.length === 0 ? 0 : 1;
});

/** @param {string} program */
function programFile(program) {
  const file = join(modules, program);
  if (!existsSync(file)) throw new Error(`${program} is not where its package used to have it`);
  return file;
}
