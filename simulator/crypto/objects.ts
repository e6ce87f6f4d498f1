/** Reads and writes the data objects secure messaging is made of: one-byte tags, BER lengths up to 65535. */
import { at, concat, uint16, word } from '../bytes.ts';

interface DataObject {
  readonly tag: number;
  readonly value: Uint8Array;
  /** Tag, length and value as they came: what the MAC is computed over. */
  readonly raw: Uint8Array;
}

export function dataObject(tag: number, value: Uint8Array): Uint8Array {
  const length =
    value.length < 0x80
      ? Uint8Array.of(value.length)
      : value.length < 0x100
        ? Uint8Array.of(0x81, value.length)
        : concat(Uint8Array.of(0x82), word(value.length));
  return concat(Uint8Array.of(tag), length, value);
}

/** `undefined` when the bytes are not a row of whole objects. */
export function parseObjects(bytes: Uint8Array): readonly DataObject[] | undefined {
  const found: DataObject[] = [];
  let start = 0;
  while (start < bytes.length) {
    if (start + 2 > bytes.length) return undefined;
    const first = at(bytes, start + 1);
    const head = first === 0x81 ? 3 : first === 0x82 ? 4 : first < 0x80 ? 2 : 0;
    if (head === 0 || start + head > bytes.length) return undefined;
    const length = head === 2 ? first : head === 3 ? at(bytes, start + 2) : uint16(bytes, start + 2);
    const end = start + head + length;
    if (end > bytes.length) return undefined;
    found.push({
      tag: at(bytes, start),
      value: bytes.slice(start + head, end),
      raw: bytes.slice(start, end),
    });
    start = end;
  }
  return found;
}

export function find(objects: readonly DataObject[], tag: number): DataObject | undefined {
  return objects.find((object) => object.tag === tag);
}
