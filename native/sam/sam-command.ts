/**
 * One command to the SAM, and what its refusals mean (KTP-el fact sheet 2.4). The transport speaks of cards; here the card is
 * the SAM, and its failures are named so.
 */
import { encodeCommand, nameStatusWord, type ResponseApdu, SW } from '../apdu/index.ts';
import { type Failure, failed, ok, type Result } from '../failure.ts';
import { type CardFailure, type CardFailureCode, cardFailure } from '../failure-catalogue.ts';
import { type CardConnection, exchange } from '../pcsc/index.ts';

const transportCodes: Readonly<Record<string, CardFailureCode>> = {
  CARD_REMOVED: 'SAM_REMOVED',
  SLOT_EMPTY: 'SAM_MISSING',
  CARD_MUTE: 'SAM_MUTE',
  CARD_RESET: 'SAM_SESSION_LOST',
};

const swCodes: Readonly<Record<number, CardFailureCode>> = {
  [SW.SECURITY_STATUS]: 'SAM_CLOSED',
  [SW.BLOCKED]: 'SAM_LOCKED_OUT',
  [SW.UNDIAGNOSED]: 'SAM_SESSION_LOST',
};

/** All SAM commands are `00 INS P1 P2`; those without data carry Le `00`, those with data carry none. */
export async function askSam(
  connection: CardConnection,
  header: readonly [ins: number, p1: number, p2: number],
  at: string,
  data?: Uint8Array,
): Promise<Result<ResponseApdu>> {
  const [ins, p1, p2] = header;
  const command = encodeCommand({ cla: 0x00, ins, p1, p2, ...(data ? { data } : { le: 256 }) });
  const answer = await exchange(connection, command, at);
  if (data) command.fill(0);
  return answer.ok ? answer : failed(asSamFailure(answer.failure));
}

/** The same, where anything but `9000` is a refusal. */
export async function orderSam(
  connection: CardConnection,
  header: readonly [ins: number, p1: number, p2: number],
  at: string,
  data?: Uint8Array,
): Promise<Result<Uint8Array>> {
  const answer = await askSam(connection, header, at, data);
  if (!answer.ok) return answer;
  return answer.value.sw === SW.OK ? ok(answer.value.data) : failed(samRefusal(answer.value.sw, at));
}

export function samRefusal(sw: number, at: string): CardFailure {
  return cardFailure(swCodes[sw] ?? 'SAM_REFUSED', at, nameStatusWord(sw));
}

/** Renames a failure of the transport: in this slot the card is the SAM. */
export function asSamFailure(failure: Failure): Failure {
  const code = transportCodes[failure.code];
  return code ? cardFailure(code, failure.at, failure.detail) : failure;
}
