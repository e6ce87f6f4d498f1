/**
 * The catalogue of failures above the card: network, gateway, agreement, store, program. Together with the card's own
 * catalogue in `native/` it is closed: a failure without a cause, a cure and a link cannot be raised. Wording of the rules is that of
 * the message catalogue (domain Annex E), cut in two: why it does not go on, and what to do now.
 */
import { failureFactory } from '../../../native/failure.ts';
import { agreementFailures } from './agreement.ts';
import { balikanFailures } from './balikan.ts';
import { consentFailures } from './consent.ts';
import { custodyFailures } from './custody.ts';
import { deskFailures } from './desk.ts';
import { gatewayFailures } from './gateway.ts';
import { listFailures } from './list.ts';
import { paperFailures } from './paper.ts';
import { peopleFailures } from './people.ts';
import { programFailures } from './program.ts';
import { storeFailures } from './store.ts';

export const appFailures = {
  ...gatewayFailures,
  ...balikanFailures,
  ...deskFailures,
  ...storeFailures,
  ...programFailures,
  ...paperFailures,
  ...agreementFailures,
  ...peopleFailures,
  ...consentFailures,
  ...custodyFailures,
  ...listFailures,
};

export type AppFailureCode = keyof typeof appFailures;

export const appFailure = failureFactory<AppFailureCode>(appFailures);
