/** Words of the approvals inbox, in English. */
import type { Messages } from '../shape.ts';

export const approvals: Messages['approvals'] = {
  lead: 'Proposals that take effect once another person confirms them.',
};
