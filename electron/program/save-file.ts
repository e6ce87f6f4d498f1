/** Lets a person choose in a dialog of the system where a paper goes. */
import { type BrowserWindow, dialog } from 'electron';

/** `undefined`: the dialog was closed. */
export type PickPlace = (title: string, name: string) => Promise<string | undefined>;

export function placePicker(window: BrowserWindow): PickPlace {
  return async (title, name) => {
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: name,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    });
    // Some systems give an empty path for a dialog that was closed.
    return filePath === undefined || filePath === '' ? undefined : withEnding(filePath);
  };
}

function withEnding(path: string): string {
  return path.toLowerCase().endsWith('.pdf') ? path : `${path}.pdf`;
}
