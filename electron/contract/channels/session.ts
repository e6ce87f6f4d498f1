/** What pages may ask about who sits at the keyboard. */
import { z } from 'zod';
import { newPassword, officeId } from '../office.ts';
import { channel, everywhere, nothing, password } from './channel.ts';

export const sessionChannels = {
  'session.signIn': channel('ANYBODY', z.object({ login: z.string().max(40), password })),
  /** Practice only: as one of the sample people. */
  'session.practise': channel('ANYBODY', z.object({ personId: officeId })),
  'session.unlock': channel('ANYBODY', z.object({ password })),
  'session.lock': channel('SIGNED_IN', nothing, everywhere),
  'session.signOut': channel('ANYBODY', nothing, everywhere),
  'session.newPassword': channel('ANYBODY', z.object({ current: password, next: newPassword })),
  /** The liability and sanction notice was read. */
  'session.acknowledge': channel('ANYBODY', nothing),
};
