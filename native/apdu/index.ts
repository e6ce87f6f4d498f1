/** Door of the APDU folder. */
export { type CommandApdu, decodeCommand, encodeCommand } from './command.ts';
export { parseHex, toHex } from './hex.ts';
export { redactCommand, redactResponse } from './redact.ts';
export { decodeResponse, type ResponseApdu } from './response.ts';
export { nameStatusWord, SW } from './status-word.ts';
export { readTlvs, type Tlv } from './tlv.ts';
