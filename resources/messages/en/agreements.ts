/** Words of the pages about agreements, in English. */
import type { Messages } from '../shape.ts';

export const agreements: Messages['agreements'] = {
  lead: 'The agreement says who may look at whom, by which means, and until when.',
};
