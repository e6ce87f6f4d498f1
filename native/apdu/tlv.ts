/**
 * BER-TLV as secure messaging objects and DER signatures use it (ISO 7816-4 §5.2.2): one- and two-byte tags, definite lengths of up to
 * two length bytes. The reader follows lengths only inside the bytes it was given, and gives views instead of copies, so
 * a lying length costs nothing.
 */

export interface Tlv {
  readonly tag: number;
  readonly value: Uint8Array;
}

/** All objects of `bytes` in order, or `undefined` when they do not fill it exactly. */
export function readTlvs(bytes: Uint8Array): readonly Tlv[] | undefined {
  const objects: Tlv[] = [];
  let at = 0;
  while (at < bytes.length) {
    const header = readHeader(bytes, at);
    if (!header || header.end > bytes.length) return undefined;
    objects.push({ tag: header.tag, value: bytes.subarray(header.start, header.end) });
    at = header.end;
  }
  return objects;
}

function readHeader(bytes: Uint8Array, at: number): { tag: number; start: number; end: number } | undefined {
  let next = at;
  let tag = bytes[next++];
  if (tag === undefined) return undefined;
  if ((tag & 0x1f) === 0x1f) {
    const second = bytes[next++];
    if (second === undefined || (second & 0x80) !== 0) return undefined;
    tag = (tag << 8) | second;
  }
  const first = bytes[next++];
  if (first === undefined) return undefined;
  let length = first;
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count < 1 || count > 2) return undefined;
    length = 0;
    for (let i = 0; i < count; i++) {
      const byte = bytes[next++];
      if (byte === undefined) return undefined;
      length = (length << 8) | byte;
    }
  }
  return { tag, start: next, end: next + length };
}
