/**
 * The people of the institution: who they are, which role each holds since when and by which letter, who may sign in, who is
 * an operator under which agreement. One durable transaction per act, together with its audit entry.
 */
import { randomUUID } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import {
  type Acting,
  appFailure,
  type OneTimePassword,
  type PeopleAct,
  type PeopleView,
} from '../contract/index.ts';
import type { Clock, Reader, Store, Writer } from '../store/index.ts';
import { accounts, passwordTooNear } from './accounts.ts';
import type { ActMap, ActName, DirectAct, Handlers } from './act.ts';
import { appointments, type HeadProposal } from './appointments.ts';
import { baseOf, outOfOrder, type Revoked } from './base.ts';
import { type PeopleFacts, peopleFacts } from './facts.ts';
import { operators } from './operators.ts';
import { papers } from './papers.ts';
import { oneTimePassword } from './passwords.ts';
import type { PeoplePorts } from './ports.ts';
import { mayDo } from './rights.ts';
import type { Sessions } from './session-port.ts';
import { sessions } from './sessions.ts';
import { peopleView } from './view.ts';

export interface FirstOfficer {
  readonly name: string;
  readonly position: string;
  readonly login: string;
  readonly password: string;
}

export interface People extends PeopleFacts {
  readonly sessions: Sessions;
  /** What a page asks for. A password is given for GIVE_ACCOUNT and RESET_PASSWORD, and shown once. */
  act(act: PeopleAct, acting: Acting): Promise<Result<OneTimePassword | null>>;
  /** The same at once, in the caller's transaction. @param id of what is made; gives it back, or that of what was changed */
  enact(act: DirectAct, acting: Acting, id?: string): Result<string>;
  /** An account of a sample person: in practice its password is its login, elsewhere no password opens it. */
  giveSampleAccount(personId: string, login: string, acting: Acting): Result<string>;
  /** First run: the IT officer at the keyboard, whose id it gives. Only while nobody has an account. */
  firstOfficer(officer: FirstOfficer): Promise<Result<string>>;
  /** Nobody has an account yet. */
  isEmpty(): Result<boolean>;
  view(acting: Acting): Result<PeopleView>;
  /** The agreement has ended: all its operators lose access, in the caller's transaction. Gives their number. */
  revokeAll(agreementId: string): Result<number>;
  /** What the approval room applies when a NEW_HEAD is confirmed, in its transaction. */
  confirmHead(proposal: HeadProposal, acting: Acting): Result<unknown>;
  /** How a NEW_HEAD reads to who confirms it. */
  describeHead(proposal: HeadProposal): {
    readonly subject: string;
    readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  };
  /** Suspends operators who have not signed in for ninety days. Cheap when there are none. */
  tick(): Result<unknown>;
  /** After every commit by which somebody lost access under an agreement. Gives the way to stop listening. */
  onRevoked(listener: (revoked: Revoked) => void): () => void;
}

export function people(store: Store, audit: AuditLog, clock: Clock, ports: PeoplePorts): People {
  const base = baseOf(store, audit, clock, ports);
  const offices = appointments(base);
  const staff = operators(base);
  const papersOf = papers(base);
  const entry = accounts(base, offices.isLastSamOfficer);

  const handlers: Handlers<ActName> = {
    ...offices.handlers,
    ...staff.handlers,
    ...papersOf.handlers,
    ...entry.handlers,
    ADD_PERSON(writer, { name, position, employment, employmentNo, rank }, acting, id) {
      base.tables.persons.insert(writer, {
        person_id: id,
        name,
        position,
        employment,
        employment_no: employmentNo,
        rank,
        added_by: acting.personId,
        added_at: clock.now(),
      });
      base.tell(writer);
      return base.note(acting, { event: 'PERSON_ADDED', personId: id }, id);
    },
    END_ROLE(writer, act, acting, id) {
      return act.role === 'OPERATOR'
        ? staff.revokePerson(writer, act.personId, act.reason, acting)
        : offices.handlers.END_ROLE(writer, act, acting, id);
    },
  };

  function enact(act: DirectAct, acting: Acting, id: string = randomUUID()): Result<string> {
    if (!mayDo(act, acting)) return failed(appFailure('NOT_PERMITTED', 'people', act.act));
    return store.transaction((writer) => carryOut(handlers, writer, act, acting, id));
  }

  /** The account acts: the hash is made first, because it takes half a second that no transaction may last. */
  async function givePassword(
    act: Exclude<PeopleAct, DirectAct>,
    acting: Acting,
  ): Promise<Result<OneTimePassword>> {
    if (!mayDo(act, acting)) return failed(appFailure('NOT_PERMITTED', 'people', act.act));
    const password = oneTimePassword();
    const hash = await ports.passwords.hash(password);
    if (!hash.ok) return hash;
    return store.transaction((writer): Result<OneTimePassword> => {
      if (act.act === 'RESET_PASSWORD') {
        const login = entry.reset(writer, act.personId, hash.value, acting);
        return login.ok ? ok({ login: login.value, password }) : login;
      }
      const opened = entry.open(writer, act.personId, act.login, hash.value, true, acting);
      return opened.ok ? ok({ login: act.login, password }) : opened;
    });
  }

  function hasAccounts(reader: Reader): boolean {
    return base.tables.accounts.select(reader, 'LIMIT 1').length > 0;
  }

  function firstAccount(writer: Writer, officer: FirstOfficer, hash: string): Result<string> {
    if (hasAccounts(writer)) return outOfOrder('there are accounts');
    const id = randomUUID();
    const acting: Acting = { ...base.system(), personId: id };
    const { name, position, login } = officer;
    const unknown = { employment: 'OTHER', employmentNo: '', rank: '' } as const;
    const added = handlers.ADD_PERSON(writer, { act: 'ADD_PERSON', name, position, ...unknown }, acting, id);
    if (!added.ok) return added;
    const today = base.today();
    const office = {
      personId: id,
      role: 'SAM_OFFICER',
      letter: { number: '–', date: today },
      from: today,
    } as const;
    const appointed = offices.begin(writer, office, acting, randomUUID());
    return appointed.ok ? entry.open(writer, id, login, hash, false, acting) : appointed;
  }

  return {
    sessions: sessions(base, entry),

    async act(act, acting) {
      if (act.act === 'GIVE_ACCOUNT' || act.act === 'RESET_PASSWORD') return givePassword(act, acting);
      const done = enact(act, acting);
      return done.ok ? ok(null) : done;
    },
    enact,

    giveSampleAccount: (personId, login, acting) =>
      store.transaction((writer) => entry.open(writer, personId, login, '', false, acting)),

    async firstOfficer(officer) {
      if (passwordTooNear(officer.password, undefined, officer.login)) {
        return failed(appFailure('PASSWORD_REUSED', 'people'));
      }
      const hash = await ports.passwords.hash(officer.password);
      if (!hash.ok) return hash;
      return store.transaction((writer) => firstAccount(writer, officer, hash.value));
    },

    ...peopleFacts(base, staff, papersOf),

    isEmpty: () => store.read((reader) => !hasAccounts(reader)),
    view: (acting) => store.read((reader) => peopleView({ base, offices, papers: papersOf }, reader, acting)),
    revokeAll: (agreementId) => store.transaction((writer) => staff.revokeAll(writer, agreementId)),

    confirmHead: (proposal, acting) =>
      store.transaction((writer) => offices.confirmHead(writer, proposal, acting, randomUUID())),

    describeHead(proposal) {
      const read = store.read((reader) => offices.describeHead(reader, proposal));
      return read.ok ? read.value : { subject: proposal.subjectId, changes: [] };
    },

    tick: () => store.transaction((writer) => staff.suspendDormant(writer)),
    onRevoked: base.onRevoked,
  };
}

/** Looks the handler up by the act's own name, so that the compiler sees that each gets its own act. */
function carryOut<Name extends ActName>(
  handlers: Handlers<Name>,
  writer: Writer,
  act: ActMap[Name] & { readonly act: Name },
  acting: Acting,
  id: string,
): Result<string> {
  return handlers[act.act](writer, act, acting, id);
}
