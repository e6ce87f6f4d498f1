/** Words of the pages about people, in English. */
import type { Messages } from '../shape.ts';

export const people: Messages['people'] = {
  lead: 'Staff, their roles and accounts.',
};
