/** The card control file: an opaque blob of recorded length for the SAM, inside a read of always 53 bytes (KTP-el fact sheet 2.1). */

import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { files } from './files.ts';

/**
 * The L bytes behind the length; the filler after them is not used. Known lengths are 24, 29 and 51, but only the room of the read limits it:
 * a fourth kind of card is the SAM's to judge.
 */
export function parseCardControl(bytes: Uint8Array): Result<Uint8Array, CardFailure> {
  const [high, low] = bytes;
  const at = 'parse 6FF0';
  if (high === undefined || low === undefined)
    return failed(cardFailure('CARD_CONTROL_INVALID', at, 'no length'));
  const length = (high << 8) | low;
  if (length < 1 || length > files.cardControl.longest || bytes.length < length + 2) {
    return failed(
      cardFailure('CARD_CONTROL_INVALID', at, `recorded length ${length} in ${bytes.length} bytes`),
    );
  }
  return ok(bytes.slice(2, 2 + length));
}
