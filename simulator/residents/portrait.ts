/**
 * Draws a passport-like portrait of nobody: a stylised face in shades of grey, 90 x 120 pixels, as a JPEG of about 1700 bytes
 * (the size a real chip holds, KTP-el fact sheet 4.2). Never made from a real person's picture.
 */
import { encode } from 'jpeg-js';

export interface Face {
  readonly hair: 'short' | 'long' | 'bun' | 'hijab' | 'receding';
  /** Shades, 0 black … 255 white. */
  readonly skin: number;
  readonly hairShade: number;
  readonly background: number;
  readonly clothing: number;
  readonly glasses: boolean;
  readonly moustache: boolean;
  /** Half axes of the head in pixels: about 20 wide, 27 high. */
  readonly width: number;
  readonly height: number;
  /** 0 young … 1 old: lines beside the mouth and under the eyes. */
  readonly age: number;
}

const WIDTH = 90;
const HEIGHT = 120;
/** At this quality such drawings come out at 1400 to 2000 bytes, 1700 on average. */
const QUALITY = 60;
/** Each pixel is the mean of this many samples in each direction, so that edges are smooth. */
const SAMPLES = 3;
const CENTRE = 45;
const EYES = 52;

export function drawPortrait(face: Face): Uint8Array {
  const data = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      data.fill(pixel(face, x, y), (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3);
      data[(y * WIDTH + x) * 4 + 3] = 255;
    }
  }
  return new Uint8Array(encode({ width: WIDTH, height: HEIGHT, data }, QUALITY).data);
}

function pixel(face: Face, x: number, y: number): number {
  let sum = 0;
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++) {
      sum += shade(face, x + (column + 0.5) / SAMPLES, y + (row + 0.5) / SAMPLES);
    }
  }
  return Math.max(0, Math.min(255, Math.round(sum / SAMPLES ** 2)));
}

/** The nearest thing at this point, from the face outward to the wall behind. */
function shade(face: Face, x: number, y: number): number {
  const side = Math.abs(x - CENTRE);
  return (
    features(face, side, x, y) ??
    hairInFront(face, side, x, y) ??
    head(face, side, x, y) ??
    body(face, side, y) ??
    hairBehind(face, side, y) ??
    face.background - y * 0.12 - side * 0.1
  );
}

function inside(dx: number, dy: number, rx: number, ry: number): boolean {
  return (dx / rx) ** 2 + (dy / ry) ** 2 <= 1;
}

function features(face: Face, side: number, x: number, y: number): number | undefined {
  const dark = Math.min(face.skin - 70, 70);
  const eye = side - face.width * 0.44;
  if (face.glasses) {
    const lens = inside(eye, y - EYES, 7.6, 6.2);
    if (lens && !inside(eye, y - EYES, 6.5, 5.1)) return 35;
    if (side < face.width * 0.44 - 7 && Math.abs(y - EYES + 1) < 0.7) return 35;
  }
  const glint =
    Math.abs(Math.abs(x - CENTRE - 0.7) - face.width * 0.44) < 0.6 && Math.abs(y - EYES + 0.8) < 0.5;
  if (inside(eye, y - EYES, 2, 2)) return glint ? 240 : 25;
  if (inside(eye, y - EYES, 4.1, 2.1)) return 235;
  if (inside(eye, y - EYES, 4.8, 2.9) && y < EYES) return dark;
  const brow = y - (EYES - 6.6) - Math.abs(eye) * 0.12;
  if (Math.abs(eye) < 5.4 && Math.abs(brow) < 1.05) return Math.min(dark, face.hairShade + 20);
  if (side < 3.4 && inside(side - 2, y - 65, 1.3, 0.9)) return dark;
  if (side > 2.2 && side < 3.2 && y > 60 && y < 65) return face.skin - 26;
  const mouth = y - 72 + side * side * 0.018;
  if (side < 7.2 && Math.abs(mouth) < 0.8) return dark - 10;
  if (side < 6 && mouth > 0 && mouth < 2.6) return face.skin - 48;
  if (side < 5.4 && mouth < 0 && mouth > -2) return face.skin - 58;
  if (face.moustache && side < 7.6 && y > 66.6 && y < 69.6 - side * 0.08) return face.hairShade + 15;
  if (face.age > 0.5 && Math.abs(side - 9 - (y - 66) * 0.3) < 0.6 && y > 64 && y < 74) return face.skin - 30;
  if (face.age > 0.5 && inside(eye, y - EYES - 4.4, 4.4, 0.6)) return face.skin - 28;
  return undefined;
}

function hairInFront(face: Face, side: number, x: number, y: number): number | undefined {
  if (face.hair === 'hijab') return veil(face, side, y);
  if (!inside(side, y - 51, face.width + 1.8, face.height + 3.2)) return undefined;
  const strand = Math.sin(x * 1.9 + y * 0.35) * 5;
  if (y < hairline(face, side, x)) return face.hairShade + (52 - y) * 0.6 + strand;
  const sideburn = face.hair !== 'long' && side > face.width - 2.2 + (y - 44) * 0.22 && y < 55;
  return sideburn ? face.hairShade + 6 + strand : undefined;
}

/** Where the forehead begins: swept to one side, combed back from a parting, or gone with the years. */
function hairline(face: Face, side: number, x: number): number {
  switch (face.hair) {
    case 'short':
      return 37 + (x - CENTRE) * 0.16 + Math.max(0, side - face.width * 0.62) * 0.9;
    case 'long':
      return 32 + side * 0.42 + Math.max(0, side - face.width * 0.7) * 4;
    case 'bun':
      return 33.5 + (side * side) / 75;
    case 'receding':
      return 33 - Math.max(0, 8 - Math.abs(side - 9)) * 0.7 + Math.max(0, side - face.width * 0.7) * 1.6;
    case 'hijab':
      return 0;
  }
}

function veil(face: Face, side: number, y: number): number | undefined {
  const opening = inside(side, y - 56, face.width - 1.5, face.height - 3);
  const around = inside(side, y - 52, face.width + 6, face.height + 7);
  const falls = y > 62 && side < face.width + 4 + (y - 62) * 0.55;
  if (opening || !(around || falls)) return undefined;
  const rim = inside(side, y - 56, face.width + 0.5, face.height - 1) ? -16 : 0;
  const fold = Math.abs(((side * 1.3 + y * 0.6) % 17) - 8) * 1.4;
  return face.hairShade + Math.max(0, 14 - side * 0.5) - fold + rim;
}

function head(face: Face, side: number, x: number, y: number): number | undefined {
  const skin = face.skin - (x - CENTRE) * 0.75 - Math.max(0, y - 70) * 0.8;
  if (inside(side, y - 54, face.width, face.height)) return skin;
  const ears = face.hair === 'short' || face.hair === 'receding' || face.hair === 'bun';
  if (ears && inside(side - face.width, y - 55, 3, 5.5)) return skin - 12;
  if (side < face.width * 0.5 && y > 70 && y < 97 - side * 0.4) return face.skin - 34 - (x - CENTRE) * 0.5;
  return undefined;
}

function body(face: Face, side: number, y: number): number | undefined {
  const shoulder = 92 + (side / 40) ** 4 * 22 + side * 0.12;
  if (y < shoulder) return undefined;
  const collar = y - 91 - Math.abs(side - 8) * 0.9;
  if (face.hair !== 'hijab' && collar > 0 && collar < 7 && side < 17)
    return Math.min(255, face.clothing + 62);
  if (side < 0.9 && y > 100) return face.clothing - 25;
  return face.clothing - side * 0.35;
}

function hairBehind(face: Face, side: number, y: number): number | undefined {
  if (face.hair === 'long' && inside(side, y - 60, face.width + 5, 39))
    return face.hairShade - 6 + side * 0.5;
  if (face.hair === 'bun' && inside(side, y - 20, 8, 6)) return face.hairShade + 8;
  return undefined;
}
