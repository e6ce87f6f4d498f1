/** Agreements, approvals, people, scans, requests of residents, and the emergency stop, as the pages ask for them. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import { profileIn, sampleProfiles } from '../../agreement/index.ts';
import type { Proposal } from '../../approval/index.ts';
import { type Acting, appFailure } from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { ProgramParts } from './parts.ts';

type OfficeChannel =
  | Extract<
      keyof Handlers,
      `agreements.${string}` | `proposals.${string}` | `people.${string}` | `requests.${string}`
    >
  | 'scans.pick'
  | 'desk.emergencyStop'
  | 'desk.liftEmergencyStop'
  | 'desk.acceptClock';

const largestScan = 10_000_000;
const requestsShown = 200;

export function officeHandlers(parts: ProgramParts): Pick<Handlers, OfficeChannel> {
  const { office, installation, desk, pickFile, changed } = parts;
  const { agreements, approvals, custody, incidents, people, scans } = office;
  const { requests, store } = installation;

  function asActing<T>(work: (acting: Acting) => Result<T>): Result<T> {
    const acting = people.sessions.acting();
    return acting.ok ? work(acting.value) : failed(acting.failure);
  }

  /** For what changes something: pages and counter are told, whatever came of it. */
  function change(work: (acting: Acting) => Result<unknown>): Result<null> {
    const result = asActing(work);
    changed();
    return result.ok ? ok(null) : result;
  }

  /** What is decided about an agreement is decided as of today, and some of it for good: not while nobody knows what day it is. */
  function changeOnADay(work: (acting: Acting) => Result<unknown>): Result<null> {
    const unbelieved = desk.clockFailure();
    return unbelieved === undefined ? change(work) : failed(unbelieved);
  }

  function effectOf(proposal: Proposal, acting: Acting): Result<unknown> {
    if (proposal.kind === 'NEW_HEAD') return people.confirmHead(proposal, acting);
    const { kind } = proposal;
    return kind === 'SIGNING' || kind === 'VERSION'
      ? agreements.confirm({ ...proposal, kind }, acting)
      : custody.confirm({ ...proposal, kind }, acting);
  }

  function described(proposal: Proposal) {
    if (proposal.kind === 'NEW_HEAD') return people.describeHead(proposal);
    const { kind } = proposal;
    if (kind !== 'SIGNING' && kind !== 'VERSION') return custody.describe({ ...proposal, kind });
    const view = agreements.proposalView({ ...proposal, kind });
    return view.ok ? view.value : { subject: proposal.subjectId, changes: [] };
  }

  return {
    'agreements.list': () => agreements.list(),
    'agreements.detail': ({ agreementId }) => asActing((acting) => agreements.detail(agreementId, acting)),
    'agreements.act': (act) => changeOnADay((acting) => agreements.act(act, acting)),
    'agreements.pickProfile': async () => {
      const file = await pickFile({
        title: 'Profil PKS',
        kinds: { name: 'YAML, JSON', extensions: ['yaml', 'yml', 'json'] },
        mostBytes: 1_000_000,
      });
      if (!file.ok) return file;
      return file.value === undefined ? ok(null) : profileIn(file.value.name, file.value.bytes);
    },
    'agreements.samples': () => ok(sampleProfiles()),
    'proposals.list': () => asActing((acting) => approvals.rows(acting, described)),
    'proposals.decide': (decision) =>
      changeOnADay((acting) => approvals.decide(decision, acting, (proposal) => effectOf(proposal, acting))),
    'people.list': () => asActing((acting) => people.view(acting)),
    'people.act': async (act) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const result = await people.act(act, acting.value);
      changed();
      return result;
    },
    'scans.pick': async () => {
      const file = await pickFile({
        title: 'Pindaian',
        kinds: { name: 'PDF, PNG, JPEG', extensions: ['pdf', 'png', 'jpg', 'jpeg'] },
        mostBytes: largestScan,
        tooLarge: appFailure('SCAN_TOO_LARGE', 'scan'),
      });
      if (!file.ok) return file;
      return file.value === undefined ? ok(null) : scans.pick(file.value);
    },
    'requests.list': () => requests.list(requestsShown),
    'requests.act': (act) => change((acting) => requests.act(act, acting)),
    'desk.emergencyStop': ({ reference, reason }) =>
      change((acting) => {
        const stop = { reference, reason };
        const stopped = store.transaction((): Result<unknown> => {
          const done = desk.emergencyStop(stop, acting);
          return done.ok ? incidents.stopped(stop, acting) : done;
        });
        // Also where the disk would not take it: it holds in this run all the same.
        if (desk.emergency() !== undefined) parts.sender.interrupt();
        if (stopped.ok) parts.closeRecord();
        return stopped;
      }),
    'desk.liftEmergencyStop': ({ reference }) =>
      change((acting) =>
        store.transaction((): Result<unknown> => {
          const lifted = desk.liftEmergencyStop(reference, acting);
          return lifted.ok ? incidents.lifted(reference, acting) : lifted;
        }),
      ),
    'desk.acceptClock': () => change((acting) => desk.acceptClock(acting)),
  };
}
