/** The door of the printer. */
export { type PdfPrinter, type Printer, pdfPrinter, systemPrinter } from './printer.ts';
