/** The agenda and incidents as the pages ask for them: what is due, what settles it, files of holidays, and what went wrong. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import { type Acting, type AgendaView, appFailure, inForce, may } from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { ProgramParts } from './parts.ts';

type AgendaChannel = Extract<keyof Handlers, `agenda.${string}` | `incidents.${string}`>;

const recordActs = ['RECORD_ISO', 'RECORD_MONITORING', 'NOTE_CONTACT_CHANGE'] as const;

export function agendaHandlers(parts: ProgramParts): Pick<Handlers, AgendaChannel> {
  const { office, pickFile, changed } = parts;
  const { agenda, agreements, calendar, incidents, people } = office;

  function view(acting: Acting): Result<AgendaView> {
    const items = agenda.list(acting);
    if (!items.ok) return items;
    const years = calendar.holidays.years();
    if (!years.ok) return years;
    const weeks = calendar.weeks.list();
    if (!weeks.ok) return weeks;
    const rows = agreements.list();
    if (!rows.ok) return rows;
    const mayRecord = may(acting.roles, 'DRAFT_AGREEMENT');
    return ok({
      items: items.value,
      holidays: years.value,
      weeks: weeks.value,
      nextDay: calendar.weeks.nextDay(),
      maySetCalendar: may(acting.roles, 'CONFIRM_AGREEMENT'),
      agreements: mayRecord
        ? rows.value
            .filter(({ status }) => inForce.has(status) || status === 'SIGNED' || status === 'SUSPENDED')
            .map(({ agreementId, numbers }) => ({ agreementId, number: numbers.party2, acts: recordActs }))
        : [],
    });
  }

  return {
    'agenda.view': () => {
      const acting = people.sessions.acting();
      return acting.ok ? view(acting.value) : acting;
    },
    'agenda.act': (act) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const done = agenda.act(act, acting.value);
      changed();
      return done.ok ? ok(null) : done;
    },
    'incidents.list': () => {
      const acting = people.sessions.acting();
      return acting.ok ? incidents.list(acting.value) : acting;
    },
    'incidents.act': (act) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const done = incidents.act(act, acting.value);
      changed();
      return done.ok ? ok(null) : done;
    },
    'agenda.installHolidays': async () => {
      const file = await pickFile({
        title: 'Hari libur',
        kinds: { name: 'JSON', extensions: ['json'] },
        mostBytes: 100_000,
      });
      if (!file.ok) return file;
      if (file.value === undefined) return ok(null);
      // Asked for after the dialog: whoever sits there now puts it in.
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const content = jsonIn(file.value.bytes);
      if (!content.ok) return content;
      const installed = agenda.moving(() => calendar.holidays.install(content.value, acting.value));
      changed();
      return installed.ok
        ? ok({ changed: installed.value.done ?? null, moved: installed.value.moved })
        : installed;
    },
    'agenda.setWorkingWeek': (rule) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const set = agenda.moving(() => calendar.weeks.set(rule, acting.value));
      changed();
      return set.ok ? ok({ moved: set.value.moved }) : set;
    },
  };
}

function jsonIn(bytes: Uint8Array): Result<unknown> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return failed(appFailure('FILE_INVALID', 'calendar', 'no JSON'));
  }
}
