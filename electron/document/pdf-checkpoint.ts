/**
 * A signed checkpoint of the log on paper: a QR in vectors, and its text in groups, so that it can also be typed. On a sheet that is only
 * looked at stands its outline, as large as it will be, so that no page ends elsewhere than in print.
 */
import { create } from 'qrcode';
import { checkpointRows } from '../contract/index.ts';

/** Three centimetres and a bit: half a millimetre for each module, which the camera of a telephone reads. */
const side = 92;

/** One is signed when the paper is made. It has fifty groups, always (audit/checkpoint.ts). */
const unsigned = `KTK2${' .....'.repeat(50)}`;
/** Made anew each time: what is drawn once, pdfmake has moved to its place on that page. */
const outline = () => ({
  type: 'rect',
  x: 0.5,
  y: 0.5,
  w: side - 1,
  h: side - 1,
  lineWidth: 0.75,
  dash: { length: 3 },
});

/** With its text beside it. */
export const checkpointWidth = 270;

/** @param above space over it */
export function checkpointOf(text: string | null, above = 16): object {
  return {
    unbreakable: true,
    margin: [0, above, 0, 0],
    columnGap: 10,
    columns: [
      { width: side, canvas: text === null ? [outline()] : modulesOf(text) },
      {
        width: '*',
        stack: [
          { text: 'Titik periksa jejak audit', bold: true, fontSize: 8 },
          ...checkpointRows(text ?? unsigned).map((row) => ({
            text: row,
            fontSize: 7.5,
            characterSpacing: 0.4,
          })),
        ],
      },
    ],
  };
}

/** Dark modules side by side are one rectangle: with a seam between them a printer draws a grey line. */
function modulesOf(text: string): object[] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const unit = side / size;
  return Array.from({ length: size }, (_, row) => row).flatMap((row) =>
    runsIn(data.slice(row * size, (row + 1) * size)).map(([first, length]) => ({
      type: 'rect',
      x: first * unit,
      y: row * unit,
      w: length * unit,
      h: unit,
      color: '#000000',
      lineWidth: 0,
    })),
  );
}

function runsIn(bits: Uint8Array): readonly (readonly [first: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [at, bit] of bits.entries()) {
    const last = runs.at(-1);
    if (bit === 0) continue;
    if (last !== undefined && last[0] + last[1] === at) last[1] += 1;
    else runs.push([at, 1]);
  }
  return runs;
}
