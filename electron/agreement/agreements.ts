/**
 * The room of agreements: what a PKS grants and forbids, from draft to archive (domain 4.1). Every change is one durable
 * transaction with its event and its audit entry; whether something may be done now is answered from memory.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { type Acting, type AgreementAct, appFailure, changesBetween, may } from '../contract/index.ts';
import { type Clock, type Store, stateTable } from '../store/index.ts';
import type { ActDone, Agreements, AgreementUse } from './agreements-port.ts';
import { firstChanges } from './changes.ts';
import { catchUp, tick } from './clockwork.ts';
import { connection, installConnection } from './connection.ts';
import {
  activate,
  bridge,
  choose,
  note,
  recordUserId,
  refuseExtension,
  requestExtension,
  resume,
  suspend,
  suspendBySystem,
  terminate,
} from './course.ts';
import { confirmSigning, discardDraft, draft, proposeSigning, type SigningBody } from './drafting.ts';
import { close, settleEndItem } from './ending.ts';
import { Journal, outOfOrder } from './journal.ts';
import { hasPlace, mayDo } from './offers.ts';
import type { AgreementPorts, AgreementProposal } from './ports.ts';
import { type Known, profileFrom, Register, unreadable } from './register.ts';
import { periodsOwed } from './reports-owed.ts';
import { type Room, type Scene, sceneOf } from './room.ts';
import { type Standing, standingOf, unfitness } from './standing.ts';
import { confirmVersion, profilesDuring, proposeVersion, type VersionBody } from './versions.ts';
import { detailView, rowView } from './view.ts';

export function agreements(store: Store, audit: AuditLog, clock: Clock, ports: AgreementPorts): Agreements {
  const room = openRoom(store, audit, clock, ports);
  const { register } = room;
  const standings = new WeakMap<Known, Standing>();

  function standing(known: Known): Standing {
    const present = standings.get(known) ?? standingOf(known);
    standings.set(known, present);
    return present;
  }

  function unfit(agreementId: string, use: AgreementUse, now: number): Failure | undefined {
    const known = register.get(agreementId);
    if (!known.ok) return known.failure;
    return unfitness(standing(known.value), use, now, room.notBefore(now), ports.applicationVersion);
  }

  function act(asked: AgreementAct, acting: Acting): Result<ActDone> {
    if (!mayDo(asked.act, acting.roles)) return failed(appFailure('NOT_PERMITTED', `agreement.${asked.act}`));
    if (asked.act === 'DRAFT') return draft(room, asked, acting);
    const known = catchUp(room, asked.agreementId);
    if (!known.ok) return known;
    const { status } = known.value.row;
    if (status === 'CLOSED') return failed(appFailure('ARCHIVE_READ_ONLY', `agreement.${asked.act}`));
    if (!hasPlace(asked.act, status)) return failed(outOfOrder(asked.act, status));
    return store.transaction((writer) => perform(sceneOf(room, writer, known.value), asked, acting));
  }

  function confirm(proposal: AgreementProposal, acting: Acting): Result<unknown> {
    const caughtUp = catchUp(room, proposal.subjectId);
    if (!caughtUp.ok) return caughtUp;
    if (!secondPerson(proposal, acting)) return failed(appFailure('NOT_PERMITTED', 'agreement.confirm'));
    if (!headStandsBehind(proposal)) return failed(appFailure('PROPOSAL_CHANGED', 'agreement.confirm'));
    return store.transaction((writer) => {
      const scene = sceneOf(room, writer, caughtUp.value);
      return proposal.kind === 'SIGNING'
        ? confirmSigning(scene, proposal, acting)
        : confirmVersion(scene, proposal, acting);
    });
  }

  /** The head is one of the two: who confirms, or who proposed and is the head still. */
  function headStandsBehind({ body, proposedBy }: AgreementProposal): boolean {
    const { byHead } = JSON.parse(body) as SigningBody | VersionBody;
    return !byHead || ports.people.responsible()?.personId === proposedBy;
  }

  return {
    act,
    confirm,
    unfit,
    proposalView: (proposal) => {
      const known = register.get(proposal.subjectId);
      if (!known.ok) return known;
      const { profile: stored } = JSON.parse(proposal.body) as SigningBody | VersionBody;
      const after = profileFrom(stored);
      if (after === undefined) return failed(unreadable(proposal.subjectId));
      const subject = after.numbers.party2;
      const isFirst = proposal.kind === 'SIGNING';
      return ok({
        subject,
        changes: isFirst ? firstChanges(after) : changesBetween(known.value.profile, after),
      });
    },
    list: () => {
      const all = register.all();
      if (!all.ok) return all;
      const chosen = room.chosen();
      if (!chosen.ok) return chosen;
      return ok(all.value.map((known) => rowView(known, room.now(), chosen.value)));
    },
    detail: (agreementId, acting) => {
      const known = register.get(agreementId);
      if (!known.ok) return known;
      const chosen = room.chosen();
      if (!chosen.ok) return chosen;
      return store.read((reader) => detailView(room, reader, known.value, chosen.value, acting));
    },
    profile: (agreementId, version) => {
      const known = register.get(agreementId);
      if (!known.ok) return known;
      const { row, profile } = known.value;
      if (version === undefined || version === row.version) return ok(profile);
      const { profiles } = register.tables;
      const read = store.read((reader) => profiles.find(reader, agreementId, version)?.profile);
      if (!read.ok) return read;
      if (read.value === undefined) return failed(outOfOrder(`version ${version}`, agreementId));
      const older = profileFrom(read.value);
      return older === undefined ? failed(unreadable(agreementId)) : ok(older);
    },
    profilesDuring: (agreementId, from, to) => {
      const known = register.get(agreementId);
      return known.ok ? profilesDuring(room, known.value, from, to) : known;
    },
    reportsOwed: (agreementId) => {
      const known = register.get(agreementId);
      return known.ok ? periodsOwed(room, known.value) : known;
    },
    chosen: room.chosen,
    connection: (agreementId) => connection(room, agreementId),
    installConnection: (agreementId, installed, acting) => {
      if (!may(acting.roles, 'SET_UP')) return failed(appFailure('NOT_PERMITTED', 'agreement.connection'));
      const known = catchUp(room, agreementId);
      if (!known.ok) return known;
      return store.transaction((writer) =>
        installConnection(sceneOf(room, writer, known.value), installed, acting),
      );
    },
    institutionInactive: (agreementId) => {
      const known = catchUp(room, agreementId);
      // Nothing to suspend is no failure; that the store does not answer is one.
      if (!known.ok) return known.failure.link === 'store' ? known : ok(undefined);
      if (!hasPlace('SUSPEND', known.value.row.status)) return ok(undefined);
      return store.transaction((writer) =>
        suspendBySystem(sceneOf(room, writer, known.value), 'INSTITUTION_INACTIVE'),
      );
    },
    tick: () => {
      room.notBefore(clock.now());
      return tick(room);
    },
  };
}

type OpenRoom = Room & { notBefore(now: number): number };

function openRoom(store: Store, audit: AuditLog, clock: Clock, ports: AgreementPorts): OpenRoom {
  const register = new Register(store);
  const state = stateTable(store, clock);
  let latest = Number.NEGATIVE_INFINITY;
  const notBefore = (now: number) => {
    latest = Math.max(latest, now);
    return latest;
  };
  return {
    register,
    journal: new Journal(store, register, clock, audit),
    ports,
    notBefore,
    // Not remembered: a page may look while the clock is wrong. Permits and ticks ask only while it is to be believed.
    now: () => Math.max(latest, clock.now()),
    chosen: () => state.get('agreement.chosen'),
    choose: (agreementId) => state.set('agreement.chosen', agreementId),
  };
}

/** One of the two is the head, who answers for the access (domain 4.1: manager and responsible head). */
function secondPerson(proposal: AgreementProposal, { personId, roles }: Acting): boolean {
  const { byHead } = JSON.parse(proposal.body) as SigningBody | VersionBody;
  const fits = byHead ? may(roles, 'DRAFT_AGREEMENT') : may(roles, 'CONFIRM_AGREEMENT');
  return fits && personId !== proposal.proposedBy;
}

function perform(
  scene: Scene,
  asked: Exclude<AgreementAct, { act: 'DRAFT' }>,
  acting: Acting,
): Result<ActDone> {
  switch (asked.act) {
    case 'DISCARD_DRAFT':
      return discardDraft(scene, acting);
    case 'PROPOSE_SIGNING':
      return proposeSigning(scene, asked, acting);
    case 'ACTIVATE':
      return activate(scene, acting);
    case 'RECORD_USER_ID':
      return recordUserId(scene, asked, acting);
    case 'REQUEST_EXTENSION':
      return requestExtension(scene, asked, acting);
    case 'REFUSE_EXTENSION':
      return refuseExtension(scene, asked, acting);
    case 'PROPOSE_VERSION':
      return proposeVersion(scene, asked, acting);
    case 'BRIDGE':
      return bridge(scene, asked, acting);
    case 'SUSPEND':
      return suspend(scene, asked, acting);
    case 'RESUME':
      return resume(scene, asked, acting);
    case 'TERMINATE':
      return terminate(scene, asked, acting);
    case 'NOTE':
      return note(scene, asked, acting);
    case 'SETTLE_END_ITEM':
      return settleEndItem(scene, asked, acting);
    case 'CLOSE':
      return close(scene, acting);
    case 'CHOOSE':
      return choose(scene, acting);
  }
}
