/** Puts the desk on the installation's ledgers. Custody and people have one sample each until their issues fill them. */
import { randomUUID } from 'node:crypto';
import { ok } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';
import { createDesk, type Desk, wholeQuota } from '../desk/index.ts';
import type { Installation } from './installation.ts';
import type { CounterSetting } from './policy.ts';

export function deskFor(installation: Installation, setting: CounterSetting): Desk {
  const { store, clock, state, quota, inquiries, audit } = installation;
  const { officer } = setting;
  return createDesk({
    clock,
    state,
    lease: wholeQuota,
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
    custody: {
      // The one SAM of the counter is the one its connection profile names.
      unfit: (_agreementId, _reader, samUid) => {
        const expected = setting.connection().sam?.uid;
        const fits = expected === undefined || samUid === undefined || same(expected, samUid);
        return fits ? undefined : appFailure('SAM_READER_MISMATCH', 'permit');
      },
    },
    operators: {
      unfit: (_agreementId, operatorId) =>
        operatorId === officer.id ? undefined : appFailure('OPERATOR_NOT_FIT', 'permit'),
    },
  });
}

function same(expected: string, found: string): boolean {
  return expected.toLowerCase() === found.replaceAll(' ', '').toLowerCase();
}
