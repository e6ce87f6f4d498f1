/**
 * Opens the built app for a test, on whichever Electron runtime there is, with a data folder of its own, and takes both
 * away again on every path.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { build } from '../../scripts/build.mjs';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { end } from '../../scripts/processes.mjs';

export interface LaunchOptions {
  /** Flags of the program, after the app folder. Training mode unless said otherwise. */
  readonly flags?: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** A data folder to start in, kept afterwards: for a second start with what the first one left. Fresh unless given. */
  readonly userData?: string;
  /** A module that is loaded before the program; in main it loads what `KETUK_HOLD_READY` names. */
  readonly preload?: string;
  /** The app folder, for a program other than Ketuk (an empty window to compare with). */
  readonly appFolder?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly userData: string;
  /** Closes the app the way a person does; kills it when it does not end within five seconds. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Playwright's own way to hold back `ready` until it listens; it adds it by itself only where it chooses the executable.
 * Without it, a window that is opened at once is one that Playwright never hears of.
 */
const holdReady = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core')),
  'lib/server/electron/loader.js',
);

const ketukFolder = join(import.meta.dirname, '..', '..');

/** Builds what is not built, then opens the app. The caller owes a `close`; `withApp` pays it by itself. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const { flags = ['--training'], env = {}, appFolder = ketukFolder } = options;
  if (appFolder === ketukFolder) await build();
  const runtime = await electronRuntime();
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'ketuk-test-')));
  const removeData = async () => {
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const app = await _electron.launch({
      executablePath: runtime.executable,
      args: [
        '-r',
        options.preload ?? holdReady,
        ...runtime.args,
        `--user-data-dir=${userData}`,
        appFolder,
        ...flags,
      ],
      env: { ...definedOnly(process.env), KETUK_HOLD_READY: holdReady, ...env },
    });
    return { app, userData, close: () => closeApp(app).finally(removeData) };
  } catch (error) {
    await removeData();
    throw error;
  }
}

/** Opens the app for as long as `use` takes. */
export async function withApp<T>(
  options: LaunchOptions,
  use: (launched: LaunchedApp) => Promise<T>,
): Promise<T> {
  const launched = await launchApp(options);
  try {
    return await use(launched);
  } finally {
    await launched.close();
  }
}

async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const closed = app.close();
  const stopwatch = new AbortController();
  const inTime = await Promise.race([
    closed.then(() => true),
    new Promise<false>((resolve) => {
      const timer = setTimeout(() => resolve(false), 5000);
      stopwatch.signal.addEventListener('abort', () => clearTimeout(timer));
    }),
  ]);
  stopwatch.abort();
  if (!inTime) await end(child, 0);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
