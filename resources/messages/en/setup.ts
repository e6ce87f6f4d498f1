/** Words of the set-up checklist, in English. */
import type { Messages } from '../shape.ts';

export const setup: Messages['setup'] = {
  lead: 'From an empty computer to a counter that serves.',
};
