/**
 * The walls of the house, checked on every run (docs/architecture: ARCHITECTURE.md, "Walls"). Each rule is broken on
 * purpose in scripts/walls.test.ts, so that a wall that stops standing is noticed.
 */

/** Tests, and what only tests use, may look into any floor. */
const tests = '\\.(test|test-support)\\.tsx?$';

/** The packages that write to a disk, and the way to them. */
const disk = ['^(node:)?fs$', '^(node:)?fs/promises$'];
/** The processes that see a resident; the door of each is its index.ts. */
const blind = ['visit', 'gateway', 'sender', 'record', 'device'];
/** What runs in the paper process, which lays out the receipt of a resident. */
const engine = '^electron/document/(process|pdf[^/]*|typeface|undrawable)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two places, or two ideas in one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'native-stands-alone',
      comment:
        'The world of cards is of use without the app: it knows neither the floors above nor Electron.',
      severity: 'error',
      from: { path: '^native/' },
      to: { path: ['^(electron|renderer|simulator|test|scripts)/', '^electron$', 'node_modules/electron/'] },
    },
    {
      name: 'renderer-knows-the-contract',
      comment:
        'A page is played what to show through the contract; nothing else of the program may reach it.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: ['^(native|electron|simulator|test|scripts)/', '^electron$', 'node_modules/electron/'],
        pathNot: '^electron/contract/',
      },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'Pages are sandboxed: what Node brings is not there at run time.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-and-calendar-are-pure',
      comment:
        'What every process and page may import must run in each of them: no Node, no Electron, no floor above.',
      severity: 'error',
      from: { path: '^electron/(contract|calendar)/', pathNot: tests },
      to: {
        path: ['^(electron|renderer|simulator|test|scripts)/', '^electron$'],
        pathNot: '^electron/(contract|calendar)/',
      },
    },
    {
      name: 'contract-and-calendar-have-no-node',
      comment: 'The other half of their purity.',
      severity: 'error',
      from: { path: '^electron/(contract|calendar)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'app-knows-no-simulator',
      comment:
        'What is shipped to a counter must not be able to mistake a simulator for the world. Training mode starts it as a process of its own.',
      severity: 'error',
      from: { path: '^electron/', pathNot: tests },
      to: { path: '^(simulator|renderer|test|scripts)/' },
    },
    {
      name: 'who-sees-a-resident-has-no-store',
      comment: 'Promise 1: the process that sees a resident has no disk, and so no database.',
      severity: 'error',
      from: { path: [`^electron/(${blind.join('|')})/`, engine], pathNot: tests },
      to: { path: '^electron/store/' },
    },
    {
      name: 'who-sees-a-resident-has-no-disk',
      comment:
        'Promise 1 again: no file system. The command line programs (cli.ts) read the files a person names; they are not part of any process of the app.',
      severity: 'error',
      from: {
        path: [`^electron/(${[...blind, 'printer'].join('|')})/`, engine],
        pathNot: [tests, '/cli\\.ts$'],
      },
      to: { path: disk },
    },
    {
      name: 'only-the-printer-starts-a-program',
      comment:
        'A program that was started can be told anything. What sees a resident starts none; the printer starts one, and tells it by a pipe what goes on paper (docs/decisions/0010).',
      severity: 'error',
      from: { path: '^electron/', pathNot: [tests, '^electron/printer/'] },
      to: { path: '^(node:)?child_process$' },
    },
    ...blind.map((folder) => ({
      name: `${folder}-keeps-its-insides`,
      comment: 'These know each other by the door, if at all.',
      severity: 'error',
      from: { path: `^electron/(${blind.filter((other) => other !== folder).join('|')})/`, pathNot: tests },
      to: { path: `^electron/${folder}/`, pathNot: `^electron/${folder}/index\\.ts$` },
    })),
    {
      name: 'one-door-per-folder',
      comment:
        'Other folders of the app import a folder through its index.ts; what is behind it is its own affair.',
      severity: 'error',
      from: { path: '^electron/([^/]+)/', pathNot: tests },
      to: { path: '^electron/[^/]+/', pathNot: ['^electron/$1/', '^electron/[^/]+/index\\.ts$'] },
    },
    {
      name: 'native-by-its-doors',
      comment: 'The app uses the world of cards through the doors of its folders.',
      severity: 'error',
      from: { path: '^electron/', pathNot: tests },
      to: { path: '^native/[^/]+/', pathNot: '^native/[^/]+/index\\.ts$' },
    },
    {
      name: 'simulator-shares-no-code',
      comment:
        'A fake that shares code with what it tests proves nothing: it was written from the fact sheets, as they were.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: {
        path: '^(native|electron|renderer|test|scripts)/',
        pathNot: '^scripts/(folders|pcsc-namespace)\\.mjs$',
      },
    },
    {
      name: 'resources-are-data',
      comment: 'Whoever may read them must not get a floor of the house with them.',
      severity: 'error',
      from: { path: '^resources/', pathNot: tests },
      to: { path: '^(native|electron|renderer|simulator|test|scripts)/', pathNot: '^electron/contract/' },
    },
    {
      name: 'electron-in-few-places',
      comment:
        'ipcMain and ipcRenderer stand behind one validated wrapper (window/) and one bridge (preload.ts); biome.json forbids their names elsewhere. Who does not get the package at all cannot go around that: only window/, host/ (starts the processes), program/ (what main.ts is put together from), store/ (key custody), document/ (printing) and the composition root have it.',
      severity: 'error',
      from: {
        path: '^(electron|simulator)/',
        pathNot: [
          tests,
          '^electron/(launch|main|preload)\\.ts$',
          '^electron/(program|window|host|store|document)/',
        ],
      },
      to: { path: ['^electron$', 'node_modules/electron/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'binding-in-one-place',
      comment: 'Only native/pcsc touches the PC/SC binding.',
      severity: 'error',
      from: { path: '^(native|electron|renderer|simulator)/', pathNot: '^native/pcsc/' },
      to: { path: ['^smartcard$', 'node_modules/smartcard/'] },
    },
    {
      name: 'database-in-one-place',
      comment: 'Only store/ touches the database package: one connection, one place that knows why.',
      severity: 'error',
      from: { path: '^(native|electron|renderer|simulator)/', pathNot: '^electron/store/' },
      to: { path: ['^libsql$', 'node_modules/libsql/', 'node_modules/@libsql/'] },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'A test is an end, not a library.',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere is a mistake, even in a file nobody has loaded yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|test-results|\\.runtime)/' },
    // Types cross walls as code does: what one knows of the other is knowledge, whether it runs or not.
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    tsConfig: { fileName: `${__dirname}/tsconfig.base.json` },
  },
};
