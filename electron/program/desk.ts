/** Puts the desk on the installation's ledgers and on the rooms that say who may do what, under which agreement. */
import { randomUUID } from 'node:crypto';
import { type Failure, ok, type Result } from '../../native/failure.ts';
import { localDay } from '../calendar/index.ts';
import { type AgreementProfile, appFailure } from '../contract/index.ts';
import {
  type AgreementPort,
  type CustodyPort,
  createDesk,
  type Desk,
  type OperatorPort,
  type QuotaLease,
  wholeQuota,
} from '../desk/index.ts';
import type { CounterSetting } from './counter-setting.ts';
import type { Installation } from './installation.ts';

/** The rooms behind the desk. Without them the profile's own dates and the officer at the counter are all there is. */
export interface DeskRooms {
  readonly agreements?: AgreementPort;
  readonly operators?: OperatorPort;
  readonly lease?: QuotaLease;
  readonly custody?: SamCustody;
}

/** Which SAM card may read where; says nothing of an agreement whose cards it has never seen active. */
export interface SamCustody extends CustodyPort {
  keepsInventory(agreementId: string): Result<boolean>;
}

export function deskFor(installation: Installation, setting: CounterSetting, rooms: DeskRooms = {}): Desk {
  const { store, clock, state, quota, inquiries, audit } = installation;
  return createDesk({
    clock,
    state,
    lease: rooms.lease ?? wholeQuota,
    audit,
    newId: randomUUID,
    atomically: (work) => store.transaction(work),
    quota: {
      use: (agreementId, day) => {
        const read = quota.read(agreementId, day);
        if (!read.ok) return read;
        return ok({ used: read.value.used, closed: read.value.exhaustedOfficially });
      },
      add: (agreementId, day, hits) => {
        const added = quota.add(agreementId, day, hits);
        return added.ok ? ok(undefined) : added;
      },
      close: (agreementId, day) => {
        const closed = quota.markExhausted(agreementId, day);
        return closed.ok ? ok(undefined) : closed;
      },
    },
    inquiries: {
      issued: ({ nikTrace, ...permit }) => {
        const issued = inquiries.issue({
          ...permit,
          ...(nikTrace === undefined ? {} : { nikHash: nikTrace }),
        });
        return issued.ok ? ok(undefined) : issued;
      },
      used: (permitId, visitId, at, cameTo) => {
        const used = inquiries.use(permitId, visitId, at, cameTo);
        return used.ok ? ok(undefined) : used;
      },
      inquired: ({ permitId, outcome, ms, at, failure }) => {
        const recorded = inquiries.record({
          permitId,
          outcome,
          ms,
          at,
          ...(failure === undefined ? {} : { failure }),
        });
        return recorded.ok ? ok(undefined) : recorded;
      },
    },
    agreements: rooms.agreements ?? datesOf(setting),
    custody: custodyFor(setting, rooms.custody),
    operators: rooms.operators ?? {
      unfit: (_agreementId, operatorId) =>
        operatorId === setting.officer()?.id ? undefined : appFailure('OPERATOR_NOT_FIT', 'permit'),
    },
  });
}

/** The books decide from the first card that was activated in them on; before that the connection profile names the one SAM. */
function custodyFor(setting: CounterSetting, books: SamCustody | undefined): CustodyPort {
  return {
    unfit: (agreementId, reader, samUid) => {
      const refused = books?.unfit(agreementId, reader, samUid);
      if (refused !== undefined) return refused;
      const kept = books?.keepsInventory(agreementId) ?? ok(false);
      if (!kept.ok) return kept.failure;
      const expected = kept.value ? undefined : setting.connection()?.sam?.uid;
      const fits = expected === undefined || samUid === undefined || same(expected, samUid);
      return fits ? undefined : appFailure('SAM_READER_MISMATCH', 'permit');
    },
  };
}

function datesOf(setting: CounterSetting): AgreementPort {
  return {
    unfit: (agreementId, _use, now) => {
      const agreement = setting.agreement();
      return agreement?.profileId === agreementId
        ? outsideItsDates(agreement, now)
        : appFailure('NO_AGREEMENT_CHOSEN', 'permit');
    },
    // Inquiries are on hold for that answer in any case.
    institutionInactive: () => ok(undefined),
  };
}

/** between signing and the last millisecond of the last day, in the agreement's own zone. */
function outsideItsDates(agreement: AgreementProfile, now: number): Failure | undefined {
  const today = localDay(now, agreement.timeZone);
  if (today > agreement.lastDayInForce) {
    return appFailure('AGREEMENT_ENDED', 'agreement', undefined, { tanggal: agreement.lastDayInForce });
  }
  return today < agreement.signedOn ? appFailure('AGREEMENT_NOT_IN_FORCE', 'agreement') : undefined;
}

function same(expected: string, found: string): boolean {
  return expected.toLowerCase() === found.replaceAll(' ', '').toLowerCase();
}
