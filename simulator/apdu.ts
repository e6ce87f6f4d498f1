/** Takes a short command APDU apart. ISO 7816-3 §12.1.3, cases 1 to 4; extended lengths are not spoken here. */
import { at } from './bytes.ts';

export interface ShortCommand {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Le as written; 0 means 256. */
  readonly expected?: number;
}

/** `undefined` when Lc and the length of the command contradict each other. */
export function parseShortCommand(bytes: Uint8Array): ShortCommand | undefined {
  if (bytes.length < 4) return undefined;
  const head = { cla: at(bytes, 0), ins: at(bytes, 1), p1: at(bytes, 2), p2: at(bytes, 3) };
  if (bytes.length === 4) return { ...head, data: new Uint8Array(0) };
  const third = at(bytes, 4);
  if (bytes.length === 5) return { ...head, data: new Uint8Array(0), expected: third };
  if (third === 0) return undefined;
  const data = bytes.slice(5, 5 + third);
  if (bytes.length === 5 + third) return { ...head, data };
  if (bytes.length === 6 + third) return { ...head, data, expected: at(bytes, 5 + third) };
  return undefined;
}
