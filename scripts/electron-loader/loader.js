/**
 * Stands in for the default app that the offline Electron runtime lacks: takes the app folder from the command line
 * (`--app=DIR`, or the first argument that is not a flag) and starts it the way `electron [-r FILE] DIR` does.
 */

const electron = require('electron');
const nodeModule = require('node:module');
const path = require('node:path');

// What the default app uses and the public types leave out.
const app =
  /** @type {import('electron').App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
    electron.app
  );
const Module =
  /** @type {typeof nodeModule & { _load(file: string, parent: unknown, isMain: boolean): unknown, _resolveFilename(request: string, parent: null, isMain: boolean): string }} */ (
    nodeModule
  );

const given = process.argv.slice(1);
// `-r FILE` first loads FILE, as the default app does: it lets a test driver hold back `ready` until it listens.
const requireAt = given.indexOf('-r');
const [, preparation] = requireAt < 0 ? [] : given.splice(requireAt, 2);
if (preparation !== undefined) Module._load(path.resolve(preparation), Module, false);

const named = given.find((argument) => argument.startsWith('--app='));
const folder = named ? named.slice('--app='.length) : given.find((argument) => !argument.startsWith('-'));

if (folder === undefined) {
  process.stderr.write(
    'This Electron runtime has no app of its own. Name the app folder: electron DIR, or --app=DIR\n',
  );
  process.exit(2);
}

const appPath = path.resolve(folder);
const description = require(path.join(appPath, 'package.json'));
if (description.version) app.setVersion(description.version);
app.setName(description.productName ?? description.name);
app.setDesktopName(description.desktopName ?? `${app.name}.desktop`);
app.setAppPath(appPath);
// The same mark the default app sets, so that the started app sees one kind of launch on both runtimes.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
Module._load(Module._resolveFilename(appPath, null, true), Module, true);
