/**
 * The typeface of the papers: Arimo, whose letters are as wide as those of Arial, embedded in what is printed. Only the paper
 * process may load this: it is over a megabyte.
 */
import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?inline';
import italic from '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf?inline';
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?inline';
import boldItalic from '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf?inline';

/** By the names under which pdfmake knows the styles of a family. */
export const typeface: Readonly<Record<'normal' | 'italics' | 'bold' | 'bolditalics', Buffer>> = {
  normal: bytesOf(regular),
  italics: bytesOf(italic),
  bold: bytesOf(bold),
  bolditalics: bytesOf(boldItalic),
};

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}

/** Tells which characters the typeface can draw, from its character map: segments of formats 4 and 12 (OpenType, table cmap). */
export function drawable(font: Buffer = typeface.normal): (codePoint: number) => boolean {
  const ranges = rangesOf(font);
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

type Range = readonly [first: number, last: number];

function rangesOf(font: Buffer): readonly Range[] {
  const map = tableAt(font, 'cmap');
  const count = font.readUInt16BE(map + 2);
  const subtables = Array.from({ length: count }, (_, at) => map + font.readUInt32BE(map + 8 + at * 8));
  return subtables.flatMap((at) => {
    const format = font.readUInt16BE(at);
    if (format === 4) return segmentsOf(font, at);
    return format === 12 ? groupsOf(font, at) : [];
  });
}

function segmentsOf(font: Buffer, at: number): Range[] {
  const twice = font.readUInt16BE(at + 6);
  return Array.from({ length: twice / 2 }, (_, segment): Range => {
    const last = font.readUInt16BE(at + 14 + segment * 2);
    const first = font.readUInt16BE(at + 16 + twice + segment * 2);
    return [first, last];
    // The last segment of every map is 0xFFFF, which is no character.
  }).filter(([first]) => first !== 0xffff);
}

function groupsOf(font: Buffer, at: number): Range[] {
  const groups = font.readUInt32BE(at + 12);
  return Array.from({ length: groups }, (_, group) => {
    const entry = at + 16 + group * 12;
    return [font.readUInt32BE(entry), font.readUInt32BE(entry + 4)];
  });
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the typeface has no table ${tag}`);
}
