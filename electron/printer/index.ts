/** The door of the printer. */
export { inPaperProcess, type PaperPort } from './paper-link.ts';
export { type PdfPrinter, pdfPrinter, systemPrinter } from './printer.ts';
export { residentPrinter } from './resident-printer.ts';
