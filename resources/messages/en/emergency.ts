/** Words of the emergency stop, in English. */
import type { Messages } from '../shape.ts';

export const emergency: Messages['emergency'] = {
  lift: 'Lift the stop',
};
