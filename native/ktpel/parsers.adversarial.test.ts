/** Whatever a chip holds, no parser throws, none takes long, and none gives out more than it was given. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardElements, parseBiodata } from './biodata.ts';
import { parseMinutiaeHeader, parseSignature } from './biometrics.ts';
import { parseCardControl } from './card-control.ts';
import { type ReadChunk, readChunkedFile } from './chunked-file.ts';
import { files } from './files.ts';
import { parsePhoto } from './photo.ts';

const anything = fc.uint8Array({ maxLength: 3000 });
/** Bytes that begin like a picture, so that the segment walk is reached. */
const nearlyJpeg = fc
  .array(fc.constantFrom(0xff, 0xd8, 0xc0, 0xc4, 0xda, 0xd9, 0x00, 0x02), { maxLength: 400 })
  .map((bytes) => Uint8Array.from([0xff, 0xd8, ...bytes]));
/** Text made of the characters the record is cut at. */
const nearlyBiodata = fc
  .array(fc.constantFrom('"', ',', '","', 'A', '1-1-1990', '\u0000'), { maxLength: 200 })
  .map((parts) => Uint8Array.from(Buffer.from(`"${parts.join('')}"`)));

describe('parsers meet anything', () => {
  test.each([
    ['biodata', fc.oneof(anything, nearlyBiodata), (bytes: Uint8Array) => parseBiodata(bytes, cardElements)],
    ['photo', fc.oneof(anything, nearlyJpeg), parsePhoto],
    ['card control', anything, parseCardControl],
    ['signature', anything, parseSignature],
    ['minutiae', anything, parseMinutiaeHeader],
  ] as const)('%s: a value or a named failure', (_, bytes, parse) => {
    fc.assert(
      fc.property(bytes, (content) => {
        const parsed = parse(content);
        expect(parsed.ok || parsed.failure.code.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the longest files a chip can hold are parsed in a blink', () => {
    const started = performance.now();
    parsePhoto(new Uint8Array(files.photo.longest).fill(0xff));
    parseBiodata(new Uint8Array(files.biodata.longest).fill(0x22), cardElements);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('the chunked reader meets a card that', () => {
  const chunks = { first: 159, next: 223, granule: 1 } as const;

  test('answers every read with anything: it ends, within the longest file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 256 }), { minLength: 1, maxLength: 20 }),
        async (answers) => {
          let reads = 0;
          const read: ReadChunk = async () => {
            const value = answers[reads % answers.length] ?? new Uint8Array();
            reads++;
            return { ok: true, value: value.slice() };
          };
          const file = await readChunkedFile('biodata', chunks, read);
          expect(reads).toBeLessThanOrEqual(1 + Math.ceil(files.biodata.longest / 223));
          expect(!file.ok || file.value.length <= files.biodata.longest + 2).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['records no length at all', [0, 0], 'FILE_LENGTH_INVALID'],
    ['records more than it can hold', [0xff, 0xff], 'FILE_LENGTH_INVALID'],
  ])('%s is not followed', async (_, [high = 0, low = 0], code) => {
    const read: ReadChunk = async (_offset, length) => ({
      ok: true,
      value: Uint8Array.from({ length }, (_unused, i) => [high, low][i] ?? 0),
    });
    expect(await readChunkedFile('biodata', chunks, read)).toMatchObject({ failure: { code } });
  });

  test('gives fewer bytes than it recorded is told apart', async () => {
    const read: ReadChunk = async () => ({ ok: true, value: Uint8Array.from([0x01, 0x00, 1, 2, 3]) });
    expect(await readChunkedFile('biodata', chunks, read)).toMatchObject({
      failure: { code: 'FILE_TRUNCATED' },
    });
  });
});
