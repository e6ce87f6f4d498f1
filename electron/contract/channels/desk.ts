/** What pages may ask of the counter itself: to serve or to leave, a second signature, and all that stops or reopens it. */
import { z } from 'zod';
import { atCounter, channel, everywhere, nothing, password } from './channel.ts';

export const deskChannels = {
  'desk.emergencyStop': channel(
    { do: 'EMERGENCY_STOP' },
    z.object({
      reference: z.string().trim().min(1).max(60),
      reason: z.string().trim().min(1).max(300),
    }),
    everywhere,
  ),
  'desk.liftEmergencyStop': channel(
    { do: 'LIFT_EMERGENCY_STOP' },
    z.object({ reference: z.string().trim().min(1).max(60) }),
    everywhere,
  ),
  /** The clock had been set back and is right now. */
  'desk.acceptClock': channel({ do: 'CONFIRM_AGREEMENT' }, nothing),
  /** A second person signs for one thing in the open visit: as second officer, or for a NIK that pacing holds. */
  'visit.cosign': channel(
    { do: 'SERVE' },
    z.object({
      purpose: z.enum(['SECOND_OFFICER', 'EXCEPTION']),
      login: z.string().max(40),
      password,
      reason: z.string().trim().min(1).max(200),
    }),
    ['visit'],
  ),
  'counter.open': channel({ do: 'SERVE' }, nothing, everywhere),
  'counter.leave': channel('SIGNED_IN', nothing, everywhere),
  'inquiries.reopen': channel({ do: 'REOPEN_INQUIRIES' }, nothing, atCounter),
};
