import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pdfPrinter, systemPrinter } from './index.ts';
import { commandOf, pdfCommandOf } from './printer.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-printer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A print command played by Node. */
const played = (script: string) => ({ program: process.execPath, parameters: ['-e', script] });

describe('the printer', () => {
  it('is given the text as it is, by standard input', async () => {
    const paper = join(folder, 'paper');
    const text = 'Lembar 1: Ñusa\fLembar 2\n';
    const script = `process.stdin.pipe(require('node:fs').createWriteStream(${JSON.stringify(paper)}))`;
    expect(await systemPrinter(played(script)).print(text)).toBeUndefined();
    expect(readFileSync(paper, 'utf8')).toBe(text);
  });

  const problems = [
    ['is not there', { program: join('/', 'nowhere', 'lp'), parameters: [] }, 'ENOENT'],
    ['refuses', played('process.exitCode = 1'), 'exit code 1'],
    ['ends before it has read everything', played('process.exit(3)'), 'exit code 3'],
    ['never answers', played('setInterval(() => undefined, 1000)'), 'no answer'],
  ] as const;

  it.each(problems)(
    'that %s is PRINTER_UNAVAILABLE, in time and without a word of the text',
    async (_, command, detail) => {
      const limit = detail === 'no answer' ? 100 : 10_000;
      const failure = await systemPrinter(command, limit).print(
        `NIK 4001015203880001 ${'x'.repeat(200_000)}`,
      );
      expect(failure).toMatchObject({ code: 'PRINTER_UNAVAILABLE', detail });
      expect(JSON.stringify(failure)).not.toContain('4001015203880001');
    },
  );

  it('is the system’s own command, with no value of a resident among its parameters', () => {
    expect(commandOf('linux')).toEqual({ program: 'lp', parameters: ['-t', 'Ketuk', '-'] });
    expect(commandOf('darwin')).toEqual(commandOf('linux'));
    expect(commandOf('win32').program).toBe('powershell.exe');
  });
});

describe('a paper of the office', () => {
  it('reaches the printer byte for byte', async () => {
    const paper = join(folder, 'paper');
    const pdf = Uint8Array.from({ length: 300_000 }, (_, at) => at % 256);
    const script = `process.stdin.pipe(require('node:fs').createWriteStream(${JSON.stringify(paper)}))`;
    expect(await pdfPrinter('linux', () => played(script))?.print(pdf, 'Kantor')).toBeUndefined();
    expect(readFileSync(paper).equals(pdf)).toBe(true);
  });

  it('that is not taken is PAPER_NOT_PRINTED, with the name of the printer', async () => {
    const refuses = pdfPrinter('linux', () => played('process.exitCode = 1'));
    expect(await refuses?.print(new Uint8Array(300_000), 'Kantor')).toMatchObject({
      code: 'PAPER_NOT_PRINTED',
      detail: 'exit code 1',
      cause: { id: expect.stringContaining('(Kantor)') },
    });
  });

  it('goes to the printer that was chosen, or where the system prints unless told otherwise', () => {
    expect(pdfCommandOf('Kantor')).toEqual({
      program: 'lp',
      parameters: ['-d', 'Kantor', '-t', 'Ketuk', '-'],
    });
    expect(pdfCommandOf('').parameters).toEqual(['-t', 'Ketuk', '-']);
    expect(pdfPrinter('win32')).toBeUndefined();
  });
});
