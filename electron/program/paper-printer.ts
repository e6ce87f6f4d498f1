/** Printers of this computer, for papers of the office: which there are, and the way of a PDF to one of them. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import type { Failure } from '../../native/failure.ts';
import { appFailure, type PrinterRow } from '../contract/index.ts';
import { type PdfPrinter, pdfPrinter } from '../printer/index.ts';

export interface PaperPrinter {
  /** Besides the one where the system prints unless told otherwise. */
  list(): Promise<readonly PrinterRow[]>;
  /** @param printer by its name; empty: where the system prints unless told otherwise. Gives PRINTER_GONE where it is not there any longer, PAPER_NOT_PRINTED where it takes nothing. */
  print(pdf: Uint8Array, printer: string): Promise<Failure | undefined>;
}

export function systemPaperPrinter(window: BrowserWindow): PaperPrinter {
  const command = pdfPrinter();
  return command === undefined
    ? viewer(join(app.getPath('temp'), 'ketuk-surat.pdf'))
    : printers(window, command);
}

function printers(window: BrowserWindow, command: PdfPrinter): PaperPrinter {
  async function list(): Promise<readonly PrinterRow[]> {
    const found = await window.webContents.getPrintersAsync();
    return found
      .map(({ name, displayName }) => ({ name, label: displayName || name }))
      .sort((one, other) => one.label.localeCompare(other.label));
  }
  return {
    list,
    async print(pdf, printer) {
      // It may have been switched off since somebody chose it; the print command would queue for it, or ask elsewhere.
      const there = printer === '' || (await list()).some(({ name }) => name === printer);
      if (!there) return { ...appFailure('PRINTER_GONE', 'print', undefined, { printer }) };
      return command.print(pdf, printer);
    },
  };
}

/** Where no command prints a PDF (Windows), the program that shows them does; nobody's values are on a paper of the office. */
function viewer(file: string): PaperPrinter {
  app.once('quit', () => rmSync(file, { force: true }));
  return {
    list: async () => [],
    async print(pdf) {
      const printer = 'PDF';
      try {
        writeFileSync(file, pdf);
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? 'cannot be written';
        return { ...appFailure('PAPER_NOT_PRINTED', 'print', reason, { printer }) };
      }
      const problem = await shell.openPath(file);
      return problem === ''
        ? undefined
        : { ...appFailure('PAPER_NOT_PRINTED', 'print', problem, { printer }) };
    },
  };
}
