/** What a visitor sees in evaluation mode, put together from the rooms as an onlooker would: counts and states, nothing else. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import { endOfDay, startOfDay } from '../../calendar/index.ts';
import {
  type Acting,
  appFailure,
  type EvaluationStart,
  type EvaluationView,
  evaluationView,
  roles,
} from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { ProgramParts } from './parts.ts';

type EvaluationChannel = Extract<keyof Handlers, `evaluation.${string}`>;

/** May look and do nothing. */
const onlooker: Acting = { personId: 'SYSTEM', roles: ['AUDITOR'], counter: '-' };
const latestEntries = 30;
const mostPapers = 1000;

export function evaluationHandlers(parts: ProgramParts): Pick<Handlers, EvaluationChannel> {
  const { office, changed } = parts;
  return {
    'evaluation.begin': (start) => {
      const acting = office.people.sessions.acting();
      if (!acting.ok) return acting;
      const { agreementId, from, to } = start;
      const figures = office.reports.onDemand(agreementId, from, to);
      if (!figures.ok) return figures;
      const begun = office.evaluation.begin(start, acting.value);
      changed();
      return begun.ok ? ok(null) : begun;
    },
    'evaluation.view': () => {
      const shown = office.evaluation.running();
      return shown === undefined
        ? failed(appFailure('NOT_SIGNED_IN', 'evaluation', 'no evaluation is under way'))
        : viewOf(parts, shown);
    },
  };
}

function viewOf(
  { office, installation, papers }: ProgramParts,
  shown: EvaluationStart,
): Result<EvaluationView> {
  const { agreementId, from, to, visitor } = shown;
  const figures = office.reports.onDemand(agreementId, from, to);
  const profile = office.agreements.profile(agreementId);
  const people = office.people.view(onlooker);
  const custody = office.custody.view(onlooker, agreementId);
  const reports = office.reports.list(onlooker);
  const incidents = office.incidents.list(onlooker);
  const made = papers.list(mostPapers, () => '');
  const head = installation.audit.head();
  const latest = installation.audit.list(latestEntries);
  for (const read of [figures, profile, people, custody, reports, incidents, made, head, latest]) {
    if (!read.ok) return read;
  }
  if (!figures.ok || !profile.ok || !people.ok || !custody.ok || !reports.ok) return figuresMissing();
  if (!incidents.ok || !made.ok || !head.ok || !latest.ok) return figuresMissing();
  const zone = profile.value.timeZone;
  const [first, last] = [startOfDay(from, zone), endOfDay(to, zone)];
  const held = people.value.people.flatMap((person) => person.roles.map(({ role }) => role));
  const operators = people.value.people
    .flatMap((person) => person.operators)
    .filter((one) => one.agreementId === agreementId);
  const ofAgreement = made.value.filter((paper) => paper.agreementId === agreementId);
  return ok(
    evaluationView.parse({
      number: profile.value.numbers.party2,
      visitor,
      figures: figures.value,
      people: roles.map((role) => ({ role, n: held.filter((one) => one === role).length })),
      operators: tallied(operators.map(({ status }) => status)),
      cards: tallied(custody.value.cards.map(({ status }) => status)),
      reports: reports.value
        .filter((report) => report.agreementId === agreementId)
        .map(({ year, half, status, version, final, nil }) => ({ year, half, status, version, final, nil })),
      incidents: incidents.value
        .filter(({ reportedAt }) => reportedAt >= first && reportedAt <= last)
        .map(({ kind, reportedAt, confirmedAt, dueAt, notices, closedAt }) => ({
          ...{ kind, reportedAt, confirmedAt, dueAt, closedAt },
          notices: notices.length,
        })),
      papers: {
        made: ofAgreement.length,
        drafts: ofAgreement.filter(({ draft }) => draft).length,
        signed: ofAgreement.filter(({ signed }) => signed !== null).length,
      },
      audit: {
        entries: head.value.count,
        headHash: head.value.headHash,
        brokenAt: installation.audit.brokenAt() ?? null,
        latest: latest.value.map(({ seq, at, event }) => ({ seq, at, event })),
      },
    }),
  );
}

function figuresMissing(): Result<never> {
  return failed(appFailure('STORE_IO', 'evaluation'));
}

function tallied<S extends string>(
  statuses: readonly S[],
): readonly { readonly status: S; readonly n: number }[] {
  return [...new Set(statuses)].map((status) => ({
    status,
    n: statuses.filter((one) => one === status).length,
  }));
}
