/** Lets a person choose one file in a dialog of the system, and reads it: whole, or not at all when it is too large. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';

export interface FileWanted {
  readonly title: string;
  readonly kinds: { readonly name: string; readonly extensions: string[] };
  readonly mostBytes: number;
  /** What is said of one that is larger. */
  readonly tooLarge?: Failure;
}

export interface PickedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `undefined`: the dialog was closed. */
export type PickFile = (wanted: FileWanted) => Promise<Result<PickedFile | undefined>>;

export function filePicker(window: BrowserWindow): PickFile {
  return async ({ title, kinds, mostBytes, tooLarge }) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ['openFile', 'dontAddToRecent'],
      filters: [kinds],
    });
    const [path] = filePaths;
    if (path === undefined) return ok(undefined);
    const name = basename(path);
    try {
      // The size first: a mistaken choice of file should not be read whole.
      if (statSync(path).size > mostBytes) {
        const megabytes = Math.floor(mostBytes / 1_000_000);
        return failed(tooLarge ?? appFailure('FILE_INVALID', name, `larger than ${megabytes} MB`));
      }
      return ok({ name, path, bytes: readFileSync(path) });
    } catch (error) {
      return failed(
        appFailure('FILE_INVALID', name, (error as NodeJS.ErrnoException).code ?? 'cannot be read'),
      );
    }
  };
}
