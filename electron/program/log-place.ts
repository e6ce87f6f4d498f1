/** Lets a person choose in a dialog of the system where an export of the audit log goes. */
import { type BrowserWindow, dialog } from 'electron';

/** `undefined`: the dialog was closed. */
export type PickLogPlace = () => Promise<string | undefined>;

export function logPlacePicker(window: BrowserWindow): PickLogPlace {
  return async () => {
    const { filePath } = await dialog.showSaveDialog(window, {
      title: 'Jejak audit',
      defaultPath: 'jejak-audit.jsonl',
      filters: [{ name: 'JSON Lines', extensions: ['jsonl'] }],
      properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    });
    // Some systems give an empty path for a dialog that was closed.
    return filePath === '' ? undefined : filePath;
  };
}
