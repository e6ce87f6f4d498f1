/**
 * Command APDUs in the short form: four header bytes, then Lc and data, then Le, each optional (ISO 7816-3 §12.1,
 * cases 1 to 4). Nothing in the KTP-el dialogue needs the extended form.
 */

export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  /** 1 to 255 bytes; absent in cases 1 and 2. */
  readonly data?: Uint8Array;
  /** Expected answer data, 1 to 256 bytes (256 travels as `00`); absent in cases 1 and 3. */
  readonly le?: number;
}

/**
 * The bytes on the wire. A field out of range is a bug of the caller and throws: no untrusted value reaches a header
 * without having been checked by a parser.
 */
export function encodeCommand(command: CommandApdu): Uint8Array {
  const { cla, ins, p1, p2, data, le } = command;
  for (const byte of [cla, ins, p1, p2]) {
    if (!Number.isInteger(byte) || byte < 0 || byte > 255) throw new RangeError('header byte out of range');
  }
  if (data !== undefined && (data.length < 1 || data.length > 255)) throw new RangeError('Lc out of range');
  if (le !== undefined && (!Number.isInteger(le) || le < 1 || le > 256))
    throw new RangeError('Le out of range');
  const bytes = new Uint8Array(4 + (data ? 1 + data.length : 0) + (le === undefined ? 0 : 1));
  bytes.set([cla, ins, p1, p2]);
  if (data) {
    bytes[4] = data.length;
    bytes.set(data, 5);
  }
  if (le !== undefined) bytes[bytes.length - 1] = le & 0xff;
  return bytes;
}

/** Reads a command from its bytes, or `undefined` when the lengths do not fit any short case. */
export function decodeCommand(bytes: Uint8Array): CommandApdu | undefined {
  const [cla, ins, p1, p2] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  const header = { cla, ins, p1, p2 };
  if (bytes.length === 4) return header;
  const fifth = bytes[4] ?? 0;
  if (bytes.length === 5) return { ...header, le: fifth === 0 ? 256 : fifth };
  if (fifth === 0) return undefined;
  const data = bytes.slice(5, 5 + fifth);
  if (bytes.length === 5 + fifth) return { ...header, data };
  if (bytes.length !== 6 + fifth) return undefined;
  const le = bytes[5 + fifth] ?? 0;
  return { ...header, data, le: le === 0 ? 256 : le };
}
