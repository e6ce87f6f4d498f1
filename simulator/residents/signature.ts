/** Draws a signature nobody writes: 168 x 44 pixels, one bit each, 21 bytes a row, 1 = white. KTP-el fact sheet 4.3. */
import { chance } from './chance.ts';

const WIDTH = 168;
const HEIGHT = 44;
const ROW = WIDTH / 8;
const STEPS = 2400;

/** 924 bytes, the same for the same seed. */
export function drawSignature(seed: number): Uint8Array {
  const { next, between } = chance(seed);
  const loops = between(4, 7);
  const swing = 7 + next() * 5;
  const second = 2 + next() * 2;
  const phase = next() * Math.PI;
  const bitmap = new Uint8Array(ROW * HEIGHT).fill(0xff);
  for (let step = 0; step <= STEPS; step++) {
    const t = step / STEPS;
    const turn = t * loops * 2 * Math.PI + phase;
    const fade = 1 - 0.65 * t;
    const x = 14 + t * 112 + Math.cos(turn) * 9 * fade;
    const y = 22 + Math.sin(turn) * swing * fade + Math.sin(turn * second) * 3 * fade;
    dot(bitmap, x, y);
    // The long stroke under the name.
    dot(bitmap, 30 + t * 122, 38 - t * 6 + Math.sin(t * 5 + phase) * 2);
  }
  return bitmap;
}

function dot(bitmap: Uint8Array, x: number, y: number): void {
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
  ] as const) {
    const column = Math.round(x) + dx;
    const row = Math.round(y) + dy;
    if (column < 0 || column >= WIDTH || row < 0 || row >= HEIGHT) continue;
    const index = row * ROW + (column >> 3);
    bitmap[index] = (bitmap[index] ?? 0) & ~(0x80 >> (column & 7));
  }
}
