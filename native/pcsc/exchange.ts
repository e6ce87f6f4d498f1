/** One command to a card and its decoded answer. */

import { decodeResponse, type ResponseApdu } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { cardFailure } from '../failure-catalogue.ts';
import type { CardConnection } from './transport.ts';

/** Sends `command`; `at` names the step in the failures of the transport. Any status word is an answer. */
export async function exchange(
  connection: CardConnection,
  command: Uint8Array,
  at: string,
): Promise<Result<ResponseApdu>> {
  const answer = await connection.transmit(command);
  if (!answer.ok) return failed({ ...answer.failure, at });
  const response = decodeResponse(answer.value);
  return response ? ok(response) : failed(cardFailure('ANSWER_TOO_SHORT', at));
}
