/** Words of the form parts of the office, in English. */
import type { Messages } from '../shape.ts';

export const parts: Messages['parts'] = {
  required: 'This field is required.',
};
