/** Breaks every wall of .dependency-cruiser.cjs once, in a small house made for it, and looks that the tool says so. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureFolder, modules, results, root } from './folders.mjs';

interface Trespass {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

/** One line of code per wall; `from` is where it must not stand. */
const trespasses: readonly Trespass[] = [
  trespass('native-stands-alone', 'native/sam/a.ts', '../../electron/desk/index.ts'),
  trespass('native-stands-alone', 'native/sam/b.ts', '../../simulator/index.ts'),
  trespass('native-stands-alone', 'native/sam/c.ts', 'electron'),
  trespass('renderer-knows-the-contract', 'renderer/a.tsx', '../electron/desk/index.ts'),
  trespass('renderer-knows-the-contract', 'renderer/b.tsx', '../native/apdu/index.ts'),
  trespass('renderer-has-no-node', 'renderer/c.tsx', 'node:path'),
  trespass('contract-and-calendar-are-pure', 'electron/contract/a.ts', '../desk/index.ts'),
  trespass('contract-and-calendar-have-no-node', 'electron/calendar/a.ts', 'node:os'),
  trespass('app-knows-no-simulator', 'electron/window/a.ts', '../../simulator/index.ts'),
  trespass('who-sees-a-resident-has-no-store', 'electron/visit/a.ts', '../store/index.ts'),
  trespass('who-sees-a-resident-has-no-disk', 'electron/sender/a.ts', 'node:fs/promises'),
  trespass('who-sees-a-resident-has-no-disk', 'electron/record/a.ts', 'fs'),
  trespass('who-sees-a-resident-has-no-disk', 'electron/printer/a.ts', 'node:fs'),
  trespass('who-sees-a-resident-has-no-store', 'electron/document/pdf-a.ts', '../store/index.ts'),
  trespass('who-sees-a-resident-has-no-disk', 'electron/document/process.ts', 'node:fs'),
  trespass('only-the-printer-starts-a-program', 'electron/visit/d.ts', 'node:child_process'),
  trespass('gateway-keeps-its-insides', 'electron/visit/b.ts', '../gateway/inner.ts'),
  trespass('visit-keeps-its-insides', 'electron/gateway/b.ts', '../visit/inner.ts'),
  trespass('sender-keeps-its-insides', 'electron/record/b.ts', '../sender/inner.ts'),
  trespass('record-keeps-its-insides', 'electron/sender/b.ts', '../record/inner.ts'),
  trespass('device-keeps-its-insides', 'electron/sender/c.ts', '../device/inner.ts'),
  trespass('one-door-per-folder', 'electron/outbox/a.ts', '../desk/inner.ts'),
  trespass('native-by-its-doors', 'electron/visit/c.ts', '../../native/apdu/inner.ts'),
  trespass('simulator-shares-no-code', 'simulator/a.ts', '../native/apdu/index.ts'),
  trespass('simulator-shares-no-code', 'simulator/b.ts', '../electron/gateway/index.ts'),
  trespass('resources-are-data', 'resources/a.ts', '../simulator/index.ts'),
  trespass('electron-in-few-places', 'electron/desk/b.ts', 'electron'),
  trespass('binding-in-one-place', 'native/sam/d.ts', 'smartcard'),
  trespass('binding-in-one-place', 'electron/custody/a.ts', 'smartcard'),
  trespass('database-in-one-place', 'electron/audit/a.ts', 'libsql'),
  trespass('tests-are-not-imported', 'native/apdu/a.ts', './x.test.ts'),
  trespass('nothing-unresolved', 'native/apdu/b.ts', './nowhere.ts'),
  { rule: 'no-cycles', file: 'native/apdu/c.ts', code: "import './d.ts';" },
];

/** What must stay allowed, or nobody could live here. */
const lawful: readonly Omit<Trespass, 'rule'>[] = [
  { file: 'native/apdu/d.ts', code: "import './c.ts';" },
  { file: 'native/pcsc/ok.ts', code: "import 'smartcard';" },
  { file: 'electron/store/ok.ts', code: "import 'libsql'; import 'node:fs';" },
  {
    file: 'electron/visit/ok.ts',
    code: "import '../gateway/index.ts'; import '../../native/apdu/index.ts';",
  },
  { file: 'electron/printer/ok.ts', code: "import 'node:child_process';" },
  { file: 'electron/visit/cli.ts', code: "import 'node:fs';" },
  { file: 'electron/window/ok.ts', code: "import 'electron'; import '../contract/index.ts';" },
  { file: 'electron/desk/ok.ts', code: "import type { App } from 'electron'; export type Mine = App;" },
  { file: 'renderer/ok.tsx', code: "import '../electron/contract/index.ts'; import 'react';" },
];

const places = [
  ...[
    'native/apdu',
    'electron/contract',
    'electron/desk',
    'electron/store',
    'electron/visit',
    'electron/gateway',
  ],
  ...['electron/sender', 'electron/record', 'electron/device', 'simulator'],
].flatMap((folder) => [`${folder}/index.ts`, `${folder}/inner.ts`]);

let house = '';
let found: readonly string[] = [];

beforeAll(() => {
  house = mkdtempSync(join(ensureFolder(results), 'walls-'));
  for (const file of [...places, 'native/apdu/x.test.ts']) put(file, 'export {};');
  for (const { file, code } of [...trespasses, ...lawful]) put(file, code);
  const config = join(root, '.dependency-cruiser.cjs');
  const answer = spawnSync(
    process.execPath,
    [
      join(modules, 'dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      config,
      '--output-type',
      'json',
      '.',
    ],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 << 20 },
  );
  const report: { summary: { violations: { rule: { name: string }; from: string }[] } } = JSON.parse(
    answer.stdout,
  );
  found = report.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

it.each(trespasses)('$rule stops $file', ({ rule, file }) => {
  expect(found).toContain(`${rule} ${file}`);
});

it('lets through what is lawful', () => {
  const innocent = new Set(lawful.map(({ file }) => file).filter((file) => file !== 'native/apdu/d.ts'));
  expect(found.filter((line) => innocent.has(line.split(' ')[1] ?? ''))).toEqual([]);
});

it('has a trespass for every wall', () => {
  const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
    '../.dependency-cruiser.cjs',
  );
  expect(new Set(trespasses.map(({ rule }) => rule))).toEqual(
    new Set(config.forbidden.map(({ name }) => name)),
  );
});

function trespass(rule: string, file: string, to: string): Trespass {
  return { rule, file, code: `import '${to}';` };
}

function put(file: string, code: string): void {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${code}\n`);
}
