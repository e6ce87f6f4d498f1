/** Lets a person choose in a dialog of the system where a paper goes. */
import { type BrowserWindow, dialog } from 'electron';

/** `undefined`: the dialog was closed. */
export type PickPlace = (title: string, name: string) => Promise<string | undefined>;

export function placePicker(window: BrowserWindow): PickPlace {
  return async (title, name) => {
    const ending = name.split('.').at(-1) ?? 'pdf';
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: name,
      filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
      properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    });
    // Some systems give an empty path for a dialog that was closed.
    return filePath === undefined || filePath === '' ? undefined : withEnding(filePath, ending);
  };
}

function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`;
}
