/** What pages may ask of the agenda: what is due and by when, and the days on which nobody works. */
import {
  type AgendaView,
  agendaAct,
  type HolidaysChanged,
  type MovedDeadline,
  workingWeekRule,
} from '../agenda.ts';
import { channel, nothing } from './channel.ts';

export const agendaChannels = {
  'agenda.view': channel({ see: 'PREPARE_DOCUMENTS' }, nothing).answers<AgendaView>(),
  'agenda.act': channel({ see: 'PREPARE_DOCUMENTS' }, agendaAct),
  /**
   * A file of holidays picked in a dialog of main's; every date that is reckoned over its year moves with it.
   * `null`: the dialog was closed. `changed` null: the file says what is in use already.
   */
  'agenda.installHolidays': channel({ do: 'CONFIRM_AGREEMENT' }, nothing).answers<{
    readonly changed: HolidaysChanged | null;
    readonly moved: readonly MovedDeadline[];
  } | null>(),
  'agenda.setWorkingWeek': channel({ do: 'CONFIRM_AGREEMENT' }, workingWeekRule).answers<{
    readonly moved: readonly MovedDeadline[];
  }>(),
};
