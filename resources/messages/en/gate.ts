/** Words of the door: first keys, sign-in, lock, notice, in English. */
import type { Messages } from '../shape.ts';

export const gate: Messages['gate'] = {
  title: 'Sign in',
};
