/**
 * Whether the emblem of an institution is a picture to its end (PNG, ISO/IEC 15948). The layout engine unpacks it in the background, where
 * nobody would catch what it finds.
 */
import { inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** By colour type. */
const samplesPerPixel: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** What is wrong with it; `undefined`: nothing. */
export function brokenPng(bytes: Buffer): string | undefined {
  if (!bytes.subarray(0, 8).equals(signature)) return 'no PNG';
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  let at = 8;
  let type = '';
  // Length (4 bytes), type (4), content, checksum (4).
  while (type !== 'IEND') {
    if (at + 12 > bytes.length) return 'cut off';
    const length = bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length) return 'cut off';
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
    at += 12 + length;
  }
  if (header === undefined || header.length !== 13) return 'no header';
  try {
    const pixels = inflateSync(Buffer.concat(data)).length;
    return pixels === sizeOf(header) ? undefined : 'another size than it says';
  } catch {
    return 'pixels that do not unpack';
  }
}

/** In bytes, each line with its filter. An interlaced picture has lines in seven passes, and is none we take. */
function sizeOf(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = (header[8] ?? 0) * (samplesPerPixel[header[9] ?? -1] ?? 0);
  return header[12] === 0 ? height * (1 + Math.ceil((width * bits) / 8)) : -1;
}
