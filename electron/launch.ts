/**
 * The first moments of the program: switches, the lock, the window and its first page. All else is loaded behind that page, because
 * an officer waits for the window and not for what stands behind it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { programArguments } from './program/arguments.ts';
import { placesIn } from './program/places.ts';
import { openPreferences } from './program/preferences.ts';
import { registerScheme, type Service, Shell, serveCalls } from './window/index.ts';

/** A window that takes longer than this is not waited for: the counter matters more. */
const drawnWithinMs = 2000;

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const given = programArguments(process.argv, {
  appData: app.getPath('appData'),
  installed: app.isPackaged,
  begun: (folder) => existsSync(placesIn(folder).path),
});
app.setPath('userData', given.dataFolder);
// Leaving a page must end its process at once, not park it.
app.commandLine.appendSwitch('disable-features', 'BackForwardCache,SpareRendererForSitePerProcess');
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('disable-sync');
registerScheme();

// An exception is a bug, and a program with a bug of unknown reach must not go on handling what is owed.
function endWithBug(reason: unknown): void {
  process.stderr.write(`${reason instanceof Error ? reason.stack : String(reason)}\n`);
  app.exit(1);
}
process.on('unhandledRejection', endWithBug);
// Without this, the runtime would show a box and go on.
process.on('uncaughtException', endWithBug);

if (app.requestSingleInstanceLock()) void app.whenReady().then(launch);
else app.exit(0);

async function launch(): Promise<void> {
  const preferences = openPreferences(given.dataFolder);
  const shell = new Shell({
    pages: join(__dirname, 'renderer'),
    preload: join(__dirname, 'preload.cjs'),
    devTools: !__dirname.includes('app.asar'),
    background: preferences.get().theme === 'dark' ? '#12211f' : '#f7f4ec',
    start: { ...preferences.get(), training: given.mode.kind === 'training' },
  });
  app.on('second-instance', () => {
    // The window is gone already while what is being sent is waited for.
    if (shell.window.isDestroyed()) return;
    if (shell.window.isMinimized()) shell.window.restore();
    shell.window.focus();
  });
  // The frame of the first page stands before keys and database are opened; what it asks for is answered as soon as they are.
  let answering: (service: Service) => void = () => undefined;
  let service = new Promise<Service>((resolve) => {
    answering = resolve;
  });
  serveCalls(() => service);
  const answerBy = (next: Service) => {
    answering(next);
    service = Promise.resolve(next);
  };
  if (given.firstPage === 'beranda') {
    void shell.open('beranda');
    // Main serves the page's files, and whatever else runs takes the processor from it.
    await Promise.race([shell.drawn, after(drawnWithinMs)]);
  }
  const { serve } = await import('./main.ts');
  await serve({ given, shell, preferences, answerBy });
}
