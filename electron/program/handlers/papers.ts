/** Papers as the pages ask for them: what is known beforehand, how it will look, and the PDF in a place of somebody's choice. */
import { z } from 'zod';
import { failed, ok, type Result } from '../../../native/failure.ts';
import {
  type Acting,
  appFailure,
  letterhead,
  type PaperOrder,
  type PaperStart,
} from '../../contract/index.ts';
import { composePaper, type PaperFields } from '../../document/index.ts';
import type { Handlers } from '../../window/index.ts';
import { paperFieldsOf } from '../paper-fields.ts';
import { writePaper } from '../write-paper.ts';
import type { ProgramParts } from './parts.ts';

type PaperChannel = Extract<keyof Handlers, `papers.${string}`>;

/** What was last typed about the office that writes, per agreement. */
const kept = z.object({ letterhead, place: z.string() });

export function paperHandlers(parts: ProgramParts): Pick<Handlers, PaperChannel> {
  const { installation, office, papers, pickPlace, changed } = parts;
  const { agreements, people } = office;
  const { state } = installation;
  const stateKey = (agreementId: string) => `papers.letterhead.${agreementId}`;

  function start(agreementId: string): Result<PaperStart> {
    const profile = agreements.profile(agreementId);
    if (!profile.ok) return profile;
    const stored = state.get(stateKey(agreementId));
    if (!stored.ok) return stored;
    const last = stored.value === undefined ? undefined : kept.parse(JSON.parse(stored.value));
    return ok(
      last ?? {
        letterhead: {
          government: '',
          district: '',
          office: profile.value.parties.party2.name,
          address: '',
          contact: '',
        },
        place: '',
      },
    );
  }

  function fieldsOf(order: PaperOrder, acting: Acting): Result<PaperFields> {
    const profile = agreements.profile(order.agreementId);
    if (!profile.ok) return profile;
    const head = people.responsible();
    if (!head.ok) return head;
    const view = people.view(acting);
    if (!view.ok) return view;
    const manager = people.manager();
    if (!manager.ok) return manager;
    return paperFieldsOf(order, {
      profile: profile.value,
      head: head.value,
      people: view.value.people,
      managerName: manager.value?.name ?? '',
      report: () => undefined,
    });
  }

  async function make(order: PaperOrder, acting: Acting): Promise<Result<null>> {
    const fields = fieldsOf(order, acting);
    if (!fields.ok) return fields;
    const printed = await papers.print(fields.value);
    if (!printed.ok) return printed;
    const place = await pickPlace(printed.value.model.title, `${printed.value.model.title}.pdf`);
    if (place === undefined) return ok(null);
    // The dialog may stand open for an hour: whoever left the keyboard meanwhile puts nothing on record.
    const still = people.sessions.acting();
    if (!still.ok) return still;
    if (still.value.personId !== acting.personId) return failed(appFailure('NOT_PERMITTED', 'paper'));
    const { letterhead: head, place: town } = order;
    const remembered = state.set(
      stateKey(order.agreementId),
      JSON.stringify({ letterhead: head, place: town }),
    );
    if (!remembered.ok) return remembered;
    // On record before it is on the disk: no paper leaves that the books do not know.
    const recorded = papers.keep(printed.value, acting);
    if (!recorded.ok) return recorded;
    changed();
    return writePaper(place, printed.value);
  }

  return {
    'papers.start': ({ agreementId }) => start(agreementId),
    'papers.preview': (order) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const fields = fieldsOf(order, acting.value);
      return fields.ok ? ok(composePaper(fields.value)) : fields;
    },
    'papers.make': async (order) => {
      const acting = people.sessions.acting();
      return acting.ok ? make(order, acting.value) : acting;
    },
    'papers.list': ({ limit }) => papers.list(limit, (personId) => people.nameOf(personId)),
    'papers.save': async ({ paperId }) => {
      const paper = papers.read(paperId);
      if (!paper.ok) return paper;
      if (paper.value === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such paper'));
      const place = await pickPlace('PDF', `${paper.value.row.kind}.pdf`);
      return place === undefined ? ok(null) : writePaper(place, paper.value);
    },
  };
}
