/**
 * Gives text or a PDF to a printer of this computer through the standard input of the system's own print command, so that what a
 * resident is handed passes neither main nor a file of ours (docs/decisions/0010-printing-by-the-visit.md).
 */
import { spawn } from 'node:child_process';
import type { Failure } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';

export interface Printer {
  /** Sheets with a form feed between them. Gives the failure when no printer takes them. */
  print(text: string): Promise<Failure | undefined>;
}

export interface PrintCommand {
  readonly program: string;
  readonly parameters: readonly string[];
}

/** A print system that thinks about it for longer than this keeps a resident waiting for nothing. */
const timeLimitMs = 10_000;

export function systemPrinter(
  command: PrintCommand = commandOf(process.platform),
  limitMs: number = timeLimitMs,
): Printer {
  return {
    print: async (text) => {
      const problem = await handOver(command, text, limitMs);
      return problem === undefined ? undefined : { ...appFailure('PRINTER_UNAVAILABLE', 'print', problem) };
    },
  };
}

export interface PdfPrinter {
  /** @param printer as the system names it; empty: where it prints unless told otherwise. Gives the failure when it does not take the paper. */
  print(pdf: Uint8Array, printer: string): Promise<Failure | undefined>;
}

/** `undefined` where the system has no command that prints a PDF: Windows leaves that to the program that shows them. */
export function pdfPrinter(
  platform: NodeJS.Platform = process.platform,
  command: (printer: string) => PrintCommand = pdfCommandOf,
  limitMs: number = timeLimitMs,
): PdfPrinter | undefined {
  if (platform === 'win32') return undefined;
  return {
    print: async (pdf, printer) => {
      const problem = await handOver(command(printer), pdf, limitMs);
      return problem === undefined
        ? undefined
        : { ...appFailure('PAPER_NOT_PRINTED', 'print', problem, { printer: printer || 'default' }) };
    },
  };
}

/** The print system knows a PDF by its first bytes. */
export function pdfCommandOf(printer: string): PrintCommand {
  return { program: 'lp', parameters: [...(printer === '' ? [] : ['-d', printer]), '-t', 'Ketuk', '-'] };
}

/** The job is named, or the print system would show its first line in a list. */
export function commandOf(platform: NodeJS.Platform): PrintCommand {
  if (platform !== 'win32') return { program: 'lp', parameters: ['-t', 'Ketuk', '-'] };
  const script =
    '[Console]::InputEncoding = [Text.Encoding]::UTF8; ' +
    '[Console]::In.ReadToEnd() -split [char]12 | ForEach-Object { $_ | Out-Printer }';
  return {
    program: 'powershell.exe',
    parameters: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
  };
}

/** What went wrong, in codes; the words of the print system may quote what was printed. */
function handOver(
  { program, parameters }: PrintCommand,
  content: string | Uint8Array,
  limitMs: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      stdio: ['pipe', 'ignore', 'ignore'],
      // The text is UTF-8, whatever language this computer speaks.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      windowsHide: true,
    });
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('no answer');
    }, limitMs);
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      resolve(error.code ?? 'cannot be started');
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve(code === 0 ? undefined : `exit code ${code}`);
    });
    // A command that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(content, 'utf8');
  });
}
