/**
 * Prints what a resident is handed: as the PDF of the one engine where a paper process lays it out and the system prints one, and otherwise as plain text, so that
 * no resident waits for a paper because of how it looks (docs/decisions/0010-printing-by-the-visit.md).
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, type PaperModel } from '../contract/index.ts';
import { type PdfPrinter, type Printer, pdfPrinter, systemPrinter } from './printer.ts';

/** In both forms it may print in, word by word the same. */
export interface ResidentPaper {
  readonly pages: PaperModel;
  readonly text: string;
}

export interface ResidentPrinter {
  /** Gives the PDF that went to the printer, `undefined` where it printed as text; fails when no printer takes it. */
  print(paper: ResidentPaper): Promise<Result<Uint8Array | undefined>>;
}

/** Gives the PDF; `undefined` where none was made in time. */
export type LayOut = (pages: PaperModel) => Promise<Uint8Array | undefined>;

/** The one that the system prints on unless told otherwise. */
const defaultPrinter = '';

export function residentPrinter(
  layOut: LayOut = async () => undefined,
  text: Printer = systemPrinter(),
  paged: PdfPrinter | undefined = pdfPrinter(),
): ResidentPrinter {
  return {
    print: async (paper) => {
      const pdf = paged === undefined ? undefined : await layOut(paper.pages);
      if (paged === undefined || pdf === undefined) {
        const failure = await text.print(paper.text);
        return failure === undefined ? ok(undefined) : failed(failure);
      }
      const failure = await paged.print(pdf, defaultPrinter);
      // A paper of the office waits in the books for its printer; a resident does not, and the cure is another one.
      return failure === undefined
        ? ok(pdf)
        : failed(appFailure('PRINTER_UNAVAILABLE', 'print', failure.detail));
    },
  };
}
