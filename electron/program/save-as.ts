/** Lets a person choose in a dialog of the system where a file of a certain kind goes. */
import { type BrowserWindow, dialog } from 'electron';

export interface SavingWanted {
  readonly title: string;
  /** With its ending, which the chosen name has too. */
  readonly name: string;
  readonly kind: string;
}

/** `undefined`: the dialog was closed. */
export type SaveAs = (wanted: SavingWanted) => Promise<string | undefined>;

export function saveAsDialog(window: BrowserWindow): SaveAs {
  return async ({ title, name, kind }) => {
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const { filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: name,
      filters: [{ name: kind, extensions: [extension] }],
      properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
    });
    // Some systems give an empty path for a dialog that was closed.
    if (filePath === undefined || filePath === '') return undefined;
    return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`;
  };
}
