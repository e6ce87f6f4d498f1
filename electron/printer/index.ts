/** The door of the printer. */
export { type Printer, systemPrinter } from './printer.ts';
