/**
 * The one place where what PC/SC says becomes a failure with a cause and a cure (web-eid calls this the single point of
 * translation). The binding throws the texts of its `pcsc_errors.h` without the number, so the text is the key.
 */
import { type CardFailure, type CardFailureCode, cardFailure } from '../failure-catalogue.ts';

const table = new Map<string, readonly [symbol: string, code: CardFailureCode]>([
  ['PC/SC service not running', ['SCARD_E_NO_SERVICE', 'SERVICE_NOT_RUNNING']],
  ['PC/SC service stopped', ['SCARD_E_SERVICE_STOPPED', 'SERVICE_NOT_RUNNING']],
  ['Invalid handle', ['SCARD_E_INVALID_HANDLE', 'SERVICE_NOT_RUNNING']],
  ['Context is not valid', ['SCARD_E_INVALID_HANDLE', 'SERVICE_NOT_RUNNING']],
  ['System cancelled operation', ['SCARD_E_SYSTEM_CANCELLED', 'SERVICE_NOT_RUNNING']],
  ['No readers available', ['SCARD_E_NO_READERS_AVAILABLE', 'NO_READER']],
  ['Unknown reader', ['SCARD_E_UNKNOWN_READER', 'READER_UNPLUGGED']],
  ['Reader unavailable', ['SCARD_E_READER_UNAVAILABLE', 'READER_UNPLUGGED']],
  ['Sharing violation', ['SCARD_E_SHARING_VIOLATION', 'READER_BUSY']],
  ['Reader not ready', ['SCARD_E_NOT_READY', 'READER_FAULT']],
  ['Internal error', ['SCARD_F_INTERNAL_ERROR', 'READER_FAULT']],
  ['No smart card present', ['SCARD_E_NO_SMARTCARD', 'SLOT_EMPTY']],
  ['Card was removed', ['SCARD_W_REMOVED_CARD', 'CARD_REMOVED']],
  ['Card was reset', ['SCARD_W_RESET_CARD', 'CARD_RESET']],
  ['Card is unresponsive', ['SCARD_W_UNRESPONSIVE_CARD', 'CARD_MUTE']],
  ['Card is unpowered', ['SCARD_W_UNPOWERED_CARD', 'CARD_MUTE']],
  ['Card is not supported', ['SCARD_W_UNSUPPORTED_CARD', 'CARD_PROTOCOL_UNSUPPORTED']],
  ['Unknown card type', ['SCARD_E_UNKNOWN_CARD', 'CARD_PROTOCOL_UNSUPPORTED']],
  ['Protocol mismatch', ['SCARD_E_PROTO_MISMATCH', 'CARD_PROTOCOL_UNSUPPORTED']],
  ['Invalid ATR', ['SCARD_E_INVALID_ATR', 'CARD_PROTOCOL_UNSUPPORTED']],
  ['Operation timed out', ['SCARD_E_TIMEOUT', 'TIMEOUT']],
  ['Operation cancelled', ['SCARD_E_CANCELLED', 'READING_STOPPED']],
  ['Transaction failed', ['SCARD_E_NOT_TRANSACTED', 'TRANSPORT_BROKEN']],
  ['Communication error', ['SCARD_F_COMM_ERROR', 'TRANSPORT_BROKEN']],
  ['Insufficient buffer', ['SCARD_E_INSUFFICIENT_BUFFER', 'ANSWER_TOO_LONG']],
  ['Card is not connected', ['not connected', 'CONNECTION_CLOSED']],
]);

/** Translates what the binding threw. A text it does not know is a fault of the driver, and is quoted. */
export function translatePcscError(error: unknown, at: string): CardFailure {
  const message = error instanceof Error ? error.message : 'not an error object';
  const known = table.get(message);
  return known ? cardFailure(known[1], at, known[0]) : cardFailure('READER_FAULT', at, message);
}
