/** Which of its two forms a receipt is printed in, and what is said when it is not. */
import { describe, expect, it } from 'vitest';
import { sampleReceipt } from '../contract/consent-receipt.test-support.ts';
import { appFailure, consentReceipt, consentReceiptPages, type PaperModel } from '../contract/index.ts';
import { residentPrinter } from './resident-printer.ts';

const receipt = {
  pages: consentReceiptPages(sampleReceipt, 'id'),
  text: consentReceipt(sampleReceipt, 'id'),
};
const pdf = Uint8Array.of(0x25, 0x50, 0x44, 0x46);

class Printed {
  readonly texts: string[] = [];
  readonly pdfs: [Uint8Array, string][] = [];
  readonly pages: PaperModel[] = [];
  failure: ReturnType<typeof appFailure> | undefined;

  on(made: Uint8Array | undefined, printsPdf = true) {
    const text = {
      print: async (words: string) => {
        this.texts.push(words);
        return this.failure;
      },
    };
    const paged = {
      print: async (bytes: Uint8Array, printer: string) => {
        this.pdfs.push([bytes, printer]);
        return this.failure;
      },
    };
    const layOut = async (pages: PaperModel) => {
      this.pages.push(pages);
      return made;
    };
    // What is not given is the computer's own, as for Windows, which prints no PDF.
    return residentPrinter(layOut, text, printsPdf ? paged : undefined);
  }
}

describe('a receipt', () => {
  it('prints as its pages, on the printer of the system, and gives the bytes that went there', async () => {
    const printed = new Printed();
    expect(await printed.on(pdf).print(receipt)).toEqual({ ok: true, value: pdf });
    expect(printed.pages).toEqual([receipt.pages]);
    expect(printed.pdfs).toEqual([[pdf, '']]);
    expect(printed.texts).toEqual([]);
  });

  it('of which no pages were made prints as text', async () => {
    const printed = new Printed();
    expect(await printed.on(undefined).print(receipt)).toEqual({ ok: true, value: undefined });
    expect(printed.texts).toEqual([receipt.text]);
    expect(printed.pdfs).toEqual([]);
  });

  it.each([pdf, undefined])(
    'that no printer takes says so, and is not printed once more in another form',
    async (made) => {
      const printed = new Printed();
      printed.failure = appFailure('PAPER_NOT_PRINTED', 'print', 'exit code 1', { printer: 'default' });
      if (made === undefined) printed.failure = appFailure('PRINTER_UNAVAILABLE', 'print', 'exit code 1');
      expect(await printed.on(made).print(receipt)).toMatchObject({
        failure: { code: 'PRINTER_UNAVAILABLE', detail: 'exit code 1' },
      });
      expect(printed.pdfs.length + printed.texts.length).toBe(1);
    },
  );
});
