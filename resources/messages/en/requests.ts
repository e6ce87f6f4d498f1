/** Words of the requests of residents, in English. */
import type { Messages } from '../shape.ts';

export const requests: Messages['requests'] = {
  lead: 'Withdrawals of consent and requests for access, done within 72 hours.',
};
