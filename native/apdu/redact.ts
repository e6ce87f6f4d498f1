/**
 * The only way a dialogue is ever printed: headers, lengths and status words, never a data byte. Whoever needs the
 * bytes holds them; no printer of this project shows them.
 */
import { decodeResponse } from './response.ts';

/** E.g. `00 A4 00 00 [2]`, or `‹3 bytes›` when it is too short to have a header. */
export function redactCommand(bytes: Uint8Array): string {
  if (bytes.length < 4) return `‹${bytes.length} bytes›`;
  const header = [...bytes.subarray(0, 4)]
    .map((b) => b.toString(16).toUpperCase().padStart(2, '0'))
    .join(' ');
  return bytes.length === 4 ? header : `${header} [${bytes.length - 4}]`;
}

/** E.g. `[40] 9000`; the data is only counted. */
export function redactResponse(bytes: Uint8Array): string {
  const response = decodeResponse(bytes);
  if (!response) return `‹${bytes.length} bytes›`;
  const sw = response.sw.toString(16).toUpperCase().padStart(4, '0');
  return response.data.length === 0 ? sw : `[${response.data.length}] ${sw}`;
}
