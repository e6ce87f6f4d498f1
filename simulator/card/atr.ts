/** Answers to reset as PC/SC readers show them. KTP-el fact sheet 1.2; the SAM's is invented, for it is in no source. */
import { ascii, concat, fromHex } from '../bytes.ts';

export type AtrStyle = 'ektp0d2' | 'p308g0p3' | '079141' | 'type-b-atqb' | 'type-b-pcsc';

const HISTORICAL = { ektp0d2: 'eKTP0D2eKTP', p308g0p3: 'P308G0P3_10', '079141': '079141_001' };
/** Application data and protocol info of the ATQB. */
const TYPE_B = fromHex('30AAAA017781D7');

export function cardAtr(style: AtrStyle, pupi: Uint8Array): Uint8Array {
  if (style === 'type-b-atqb') return contactlessAtr(concat(Uint8Array.of(0x50), pupi, TYPE_B));
  // PC/SC part 3 §3.1.3.2.3.1: application data, protocol info, then MBLI in the upper half of the last byte.
  if (style === 'type-b-pcsc') return contactlessAtr(concat(TYPE_B, Uint8Array.of(0x00)));
  return contactlessAtr(ascii(HISTORICAL[style]));
}

function contactlessAtr(historical: Uint8Array): Uint8Array {
  return withCheck(concat(Uint8Array.of(0x3b, 0x80 | historical.length, 0x80, 0x01), historical));
}

/** T=1, 512/16 clock cycles a bit (about 115 200 bit/s), IFSC 254. */
export function samAtr(): Uint8Array {
  return withCheck(concat(fromHex('3B98958131FE45'), ascii('SIM-SAM1')));
}

/** TCK: all bytes from T0 on, exclusive-or, are zero. ISO 7816-3 §8.2.5. */
function withCheck(bytes: Uint8Array): Uint8Array {
  const check = bytes.subarray(1).reduce((sum, byte) => sum ^ byte, 0);
  return concat(bytes, Uint8Array.of(check));
}
