/** What pages may ask in practice only: a sample resident who taps, and trouble to learn from. */
import { z } from 'zod';
import { atCounter, channel, nothing } from './channel.ts';

export const troubles = [
  'none',
  'tear',
  'card-mute',
  'bank-card',
  'sam-out',
  'gateway-silent',
  'gateway-refused',
  'gateway-error-page',
  'notice-deceased',
  'notice-duplicate',
  'notice-not-found',
  'notice-inactive',
  'notice-bad-format',
  'notice-login-failed',
  'notice-quota',
  'notice-institution',
  'notice-user-id',
  'balikan-silent',
  'balikan-duplicate',
] as const;
export type Trouble = (typeof troubles)[number];

export const trainingChannels = {
  'training.tap': channel(
    'ANYBODY',
    z.object({ resident: z.enum(['R1', 'R2', 'R3', 'R4', 'R5']) }),
    atCounter,
  ),
  'training.remove': channel('ANYBODY', nothing, atCounter),
  'training.trouble': channel('ANYBODY', z.object({ trouble: z.enum(troubles) }), atCounter),
};
