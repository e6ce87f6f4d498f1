/** What pages may ask about the people of the office. */
import { type OneTimePassword, type PeopleView, peopleAct } from '../people.ts';
import { channel, nothing } from './channel.ts';

export const peopleChannels = {
  'people.list': channel('SIGNED_IN', nothing).answers<PeopleView>(),
  'people.act': channel('SIGNED_IN', peopleAct).answers<OneTimePassword | null>(),
};
