/** Papers about people: the SPTJM of the responsible head and changes of the gateway's User ID. */
import { type Failure, failed } from '../../native/failure.ts';
import { type Day, localDay } from '../calendar/index.ts';
import { appFailure } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import type { Handlers } from './act.ts';
import { ahead, type Base, outOfOrder } from './base.ts';
import type { SptjmRow, UserIdChangeRow } from './tables.ts';

/** After a change of head the old SPTJM counts so many working days more. */
const GRACE_WORKING_DAYS = 10;

export interface SptjmFact {
  readonly signedOn: Day;
  readonly by: string;
  readonly valid: boolean;
  /** The last day of grace after a change of head. */
  readonly validUntil?: Day;
}

export function papers(base: Base) {
  const { tables, ports, clock } = base;

  const handlers: Handlers<'RECORD_SPTJM' | 'OPEN_USER_ID_CHANGE' | 'RECORD_USER_ID_BAST'> = {
    RECORD_SPTJM(writer, { agreementId, scanId, signedOn, agreementNumber }, acting, id) {
      const agreement = ports.agreement(agreementId);
      if (agreement === undefined) return outOfOrder('no such agreement');
      const head = base.holders(writer, 'ACCESS_RESPONSIBLE')[0];
      if (head === undefined) return failed(appFailure('NO_ACCESS_RESPONSIBLE', 'people'));
      const { party1, party2 } = agreement.numbers;
      if (![party1, party2].map(bare).includes(bare(agreementNumber))) {
        return failed(appFailure('SPTJM_OTHER_AGREEMENT', 'people', undefined, { nomor: party2 }));
      }
      const early = ahead(signedOn, localDay(clock.now(), agreement.timeZone));
      if (early !== undefined) return failed(early);
      if (signedOn < head.from_day) {
        const words = { nama: base.person(writer, head.person_id)?.name ?? '', tanggal: head.from_day };
        return failed(appFailure('SIGNED_OUTSIDE_OFFICE', 'people', undefined, words));
      }
      const filed = ports.scans.file(scanId, 'SPTJM', acting);
      if (!filed.ok) return filed;
      tables.sptjm.insert(writer, {
        sptjm_id: id,
        agreement_id: agreementId,
        appointment_id: head.appointment_id,
        scan_id: scanId,
        signed_on: signedOn,
        agreement_number: agreementNumber,
        recorded_by: acting.personId,
        recorded_at: clock.now(),
      });
      base.tell(writer);
      const event = { event: 'SPTJM_RECORDED', sptjmId: id, scanId, signedOn } as const;
      return base.note(acting, event, id, { agreementId });
    },

    OPEN_USER_ID_CHANGE(writer, { agreementId, cause, letter, form }, acting, id) {
      if (ports.agreement(agreementId) === undefined) return outOfOrder('no such agreement');
      tables.userIdChanges.insert(writer, {
        change_id: id,
        agreement_id: agreementId,
        cause,
        letter_number: letter.number,
        letter_date: letter.date,
        form_number: form.number,
        form_date: form.date,
        opened_by: acting.personId,
        opened_at: clock.now(),
        bast_number: null,
        bast_date: null,
        bast_by: null,
        bast_at: null,
      });
      return base.note(acting, { event: 'USER_ID_CHANGE_OPENED', changeId: id, cause }, id, { agreementId });
    },

    RECORD_USER_ID_BAST(writer, { changeId, letter }, acting) {
      const row = tables.userIdChanges.find(writer, changeId);
      if (row === undefined) return outOfOrder('no such change');
      if (row.bast_at !== null) return outOfOrder('its BAST is on record');
      const early = ahead(letter.date, base.today());
      if (early !== undefined) return failed(early);
      tables.userIdChanges.update(writer, {
        ...row,
        bast_number: letter.number,
        bast_date: letter.date,
        bast_by: acting.personId,
        bast_at: clock.now(),
      });
      const { cause, agreement_id: agreementId } = row;
      return base.note(acting, { event: 'USER_ID_BAST_RECORDED', changeId, cause }, changeId, {
        agreementId,
      });
    },
  };

  /** Until when the SPTJM counts that was signed in an office which has passed to somebody else. */
  function graceOf(reader: Reader, row: SptjmRow): Day | undefined {
    const successor = tables.appointments.select(reader, 'WHERE succeeds = ?', row.appointment_id)[0];
    return successor === undefined
      ? undefined
      : ports.workingDayAfter(successor.from_day, GRACE_WORKING_DAYS);
  }

  function sptjmFact(reader: Reader, row: SptjmRow): SptjmFact {
    const signer = tables.appointments.find(reader, row.appointment_id);
    const by = (signer && base.person(reader, signer.person_id)?.name) ?? '';
    if (signer?.ended_at === null) return { signedOn: row.signed_on, by, valid: true };
    const validUntil = graceOf(reader, row);
    if (validUntil === undefined) return { signedOn: row.signed_on, by, valid: false };
    const zone = ports.agreement(row.agreement_id)?.timeZone ?? ports.zone();
    const valid = localDay(clock.now(), zone) <= validUntil;
    return { signedOn: row.signed_on, by, valid, validUntil };
  }

  function sptjm(reader: Reader, agreementId: string): SptjmFact | undefined {
    const rest = 'WHERE agreement_id = ? ORDER BY recorded_at DESC, rowid DESC LIMIT 1';
    const row = tables.sptjm.select(reader, rest, agreementId)[0];
    return row === undefined ? undefined : sptjmFact(reader, row);
  }

  return {
    handlers,
    sptjm,
    /** The newest of every agreement. */
    allSptjm(reader: Reader): readonly (SptjmFact & { readonly agreementId: string })[] {
      const ids = new Set(
        tables.sptjm.select(reader, 'ORDER BY recorded_at DESC').map((row) => row.agreement_id),
      );
      return [...ids].flatMap((agreementId) => {
        const fact = sptjm(reader, agreementId);
        return fact === undefined ? [] : [{ agreementId, ...fact }];
      });
    },
    userIdChanges: (reader: Reader): readonly UserIdChangeRow[] =>
      tables.userIdChanges.select(reader, 'ORDER BY opened_at DESC, rowid DESC'),

    /** A BAST lets the User ID change once: what was installed after it has used it up. */
    userIdMayChange(reader: Reader, agreementId: string, installedAt: number): Failure | undefined {
      const since = 'WHERE agreement_id = ? AND bast_at >= ? LIMIT 1';
      return tables.userIdChanges.select(reader, since, agreementId, installedAt).length > 0
        ? undefined
        : appFailure('USER_ID_BAST_REQUIRED', 'people');
    },
  };
}

/** A number as two people may write it: with or without blanks around its strokes. */
function bare(number: string): string {
  return number.replace(/\s+/g, '').toUpperCase();
}
