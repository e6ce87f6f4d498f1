/** Reminders that cannot be missed and do not nag, and what settles a duty that no other room keeps. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../native/failure.ts';
import { auditLog } from '../audit/index.ts';
import { addDays } from '../calendar/index.ts';
import { agendaAct, agendaKinds } from '../contract/agenda.ts';
import type { Acting, AgreementProfile } from '../contract/index.ts';
import { newSigningPair } from '../store/index.ts';
import {
  failureOf,
  manualClock,
  temporaryFolder,
  testStore,
  valueOfResult,
} from '../store/store.test-support.ts';
import { agreementDuties, at, office, workDays } from './duties.test-support.ts';
import { type AgreementDuties, kinds } from './duties.ts';
import { agenda } from './index.ts';

const manager: Acting = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' };
const auditor: Acting = { personId: 'periksa-utami', roles: ['AUDITOR'], counter: 'Loket 1' };
const letter = { number: '045/12/CONTOH/2026', date: '2026-09-01' };
const inJune = { ...letter, date: '2026-06-09' };

function opened(day: string, profile: Partial<AgreementProfile> = {}, change: Partial<AgreementDuties> = {}) {
  const clock = manualClock(at(day));
  const store = testStore(join(temporaryFolder(), 'ketuk.db'), clock);
  const audit = auditLog(store, clock, 'installation-1', newSigningPair());
  const base = agreementDuties();
  const dates = [{ kind: 'ISO_DUE', day: '2026-09-02', provisional: false }] as const;
  const agreement = { ...base, profile: { ...base.profile, ...profile }, dates, ...change };
  const { now: _now, recorded: _recorded, ...facts } = office({ agreements: [agreement] });
  const moved = { dates: facts.agreements };
  /** The former head's SPTJM holds until this day from now on. */
  const graceUntil = (validUntil: string) => {
    moved.dates = moved.dates.map((one) => ({ ...one, sptjm: { valid: true, validUntil } }));
    return ok('moved');
  };
  const room = agenda(store, audit, clock, {
    facts: () => ok({ ...facts, agreements: moved.dates }),
    calendar: () => workDays,
  });
  /** Its certificate is due on this day from now on, as after a new file of holidays. */
  const moveTo = (day: string) => {
    const onThatDay = [{ kind: 'ISO_DUE', day, provisional: false }] as const;
    moved.dates = facts.agreements.map((one) => ({ ...one, dates: onThatDay }));
    return ok('moved');
  };
  const items = (acting = manager) => valueOfResult(room.list(acting));
  const see = (item = items()[0]) =>
    room.act({ act: 'SEEN', key: item?.key ?? '', level: item?.level ?? 0 }, manager);
  return { clock, audit, room, items, see, moveTo, graceUntil, agreementId: base.agreementId };
}

test('a reminder that was seen keeps quiet until the next threshold, and for the other person it does not', () => {
  const { clock, room, items, audit } = opened('2026-06-10');
  const [item] = items();
  expect(item).toMatchObject({ stage: 'SOON', level: 1, mine: true, reminds: true });
  valueOfResult(room.act({ act: 'SEEN', key: item?.key ?? '', level: 1 }, manager));
  expect(items()[0]?.reminds).toBe(false);
  expect(items({ ...manager, personId: 'lain-sasmita' })[0]?.reminds).toBe(true);
  clock.set(at('2026-08-03'));
  expect(items()[0]).toMatchObject({ level: 2, reminds: true });
  expect(valueOfResult(audit.list(1))[0]).toMatchObject({ event: 'REMINDER_SEEN' });
});

test('what has no date calls again a week after it was seen, week after week, whatever a clock said in between', () => {
  const { people } = agreementDuties().profile;
  const { clock, room, items } = opened(
    '2026-06-10',
    { people: { ...people, sptjm: true } },
    { sptjm: undefined },
  );
  const undated = () => items().find(({ kind }) => kind === 'SPTJM');
  const see = () =>
    room.act({ act: 'SEEN', key: undated()?.key ?? '', level: undated()?.level ?? 0 }, manager);
  expect(undated()).toMatchObject({ due: null, stage: 'OPEN', level: 1, reminds: true });
  for (const [seenOn, quietOn, callsOn] of [
    ['2026-06-10', '2026-06-16', '2026-06-17'],
    ['2026-06-17', '2026-06-23', '2026-06-24'],
  ] as const) {
    clock.set(at(seenOn));
    valueOfResult(see());
    clock.set(at(quietOn));
    expect(undated()?.reminds).toBe(false);
    clock.set(at(callsOn));
    expect(undated()?.reminds).toBe(true);
  }
  clock.set(at('2031-01-01'));
  valueOfResult(see());
  clock.set(at('2026-06-24'));
  expect(undated()?.reminds).toBe(true);
});

test('a deadline that moves calls again with the day it was, once, whether there is more time or less', () => {
  const { items, see, moveTo } = opened('2026-06-10');
  valueOfResult(see());
  for (const [day, before] of [
    ['2026-09-01', '2026-09-02'],
    ['2026-09-04', '2026-09-01'],
    ['2026-07-01', '2026-09-04'],
    ['2026-09-02', '2026-07-01'],
  ] as const) {
    valueOfResult(moveTo(day));
    expect(items()[0]).toMatchObject({ reminds: true, dueBefore: before, due: { day } });
    valueOfResult(see());
    expect(items()[0]).toMatchObject({ reminds: false, dueBefore: null });
  }
});

test('who moves deadlines is told which, and whoever moves none is told of none', () => {
  const { room, moveTo } = opened('2026-06-10');
  expect(valueOfResult(room.moving(() => moveTo('2026-09-01')))).toMatchObject({
    done: 'moved',
    moved: [{ kind: 'ISO', before: '2026-09-02', now: '2026-09-01' }],
  });
  expect(valueOfResult(room.moving(() => moveTo('2026-09-01'))).moved).toEqual([]);
});

test('the grace of an SPTJM that moves is told like every other day', () => {
  const { people } = agreementDuties().profile;
  const sptjm = { valid: true, validUntil: '2026-07-01' };
  const { room, graceUntil } = opened('2026-06-10', { people: { ...people, sptjm: true } }, { sptjm });
  expect(valueOfResult(room.moving(() => graceUntil('2026-06-29'))).moved).toMatchObject([
    { kind: 'SPTJM', before: '2026-07-01', now: '2026-06-29' },
  ]);
});

test('a reminder that was seen while the clock ran ahead comes again when it is right', () => {
  const { clock, items, see } = opened('2026-08-25');
  expect(items()[0]).toMatchObject({ level: 2, reminds: true });
  valueOfResult(see());
  clock.set(at('2026-06-10'));
  expect(items()[0]).toMatchObject({ level: 1, reminds: true });
  valueOfResult(see());
  expect(items()[0]?.reminds).toBe(false);
  clock.set(at('2026-08-03'));
  expect(items()[0]).toMatchObject({ level: 2, reminds: true });
});

test('what was seen half a year long, week after week, can be seen again', () => {
  const { people } = agreementDuties().profile;
  const { clock, room, items } = opened(
    '2026-01-05',
    { people: { ...people, sptjm: true } },
    { sptjm: undefined },
  );
  const undated = () => items().find(({ kind }) => kind === 'SPTJM');
  for (let week = 0; week < 30; week += 1) {
    clock.set(at(addDays('2026-01-05', 7 * week)));
    expect(undated()?.reminds, `week ${week}`).toBe(true);
    const seen = { act: 'SEEN', key: undated()?.key ?? '', level: undated()?.level ?? 0 } as const;
    valueOfResult(room.act(agendaAct.parse(seen), manager));
    expect(undated()?.reminds).toBe(false);
  }
});

test('a computer that slept over thresholds calls once for them all, and again on the day itself', () => {
  const { clock, items, see } = opened('2026-06-10');
  valueOfResult(see());
  clock.set(at('2026-09-01', 23));
  expect(items()[0]).toMatchObject({ stage: 'SOON', level: 2, reminds: true });
  valueOfResult(see());
  expect(items()[0]?.reminds).toBe(false);
  // Midnight passes while the program stays open.
  clock.set(at('2026-09-02', 0));
  expect(items()[0]).toMatchObject({ stage: 'DUE', level: 3, reminds: true });
  valueOfResult(see());
  expect(items()[0]?.reminds).toBe(false);
  clock.set(at('2026-09-03', 0));
  expect(items()[0]).toMatchObject({ stage: 'OVERDUE', reminds: true });
});

test.each(agendaKinds)('%s calls on its last day, or in its last hour, whatever was seen before', (kind) => {
  const { unit, thresholds } = kinds[kind];
  expect(thresholds.at(-1)).toBe(unit === 'HOURS' ? 1 : 0);
});

test('one that is overdue cannot be put aside', () => {
  const { room, items } = opened('2026-09-04');
  const [item] = items();
  expect(item).toMatchObject({ stage: 'OVERDUE', reminds: true });
  const seen = room.act({ act: 'SEEN', key: item?.key ?? '', level: item?.level ?? 0 }, manager);
  expect(failureOf(seen)?.code).toBe('REMINDER_OVERDUE');
});

test('nobody puts aside a reminder that has not come, or that is not theirs', () => {
  const { clock, room, items } = opened('2026-06-10');
  const key = items()[0]?.key ?? '';
  expect(failureOf(room.act({ act: 'SEEN', key, level: 2 }, manager))?.code).toBe('STEP_ORDER');
  expect(failureOf(room.act({ act: 'SEEN', key: 'ISO:tidak:ada', level: 1 }, manager))?.code).toBe(
    'STEP_ORDER',
  );
  expect(failureOf(room.act({ act: 'SEEN', key, level: 1 }, auditor))?.code).toBe('STEP_ORDER');
  expect(items(auditor)[0]).toMatchObject({ mine: false, reminds: false });
  clock.set(at('2026-05-01'));
  expect(items()[0]).toMatchObject({ stage: 'AHEAD', reminds: false });
});

test('a certificate on record ends the reminder, and begins the one of its own end', () => {
  const { room, items, agreementId } = opened('2026-09-04');
  const certificate = { number: 'ISO-CONTOH-7', body: 'Lembaga Contoh', validUntil: '2026-11-01', letter };
  valueOfResult(room.act({ act: 'RECORD_ISO', agreementId, ...certificate }, manager));
  expect(items()).toMatchObject([{ say: 'ISO_ENDS', stage: 'SOON', due: { day: '2026-11-01' } }]);
});

test('a mistyped end of a certificate is put right by the record that follows it, whatever the clock says by then', () => {
  const { clock, room, items, agreementId } = opened('2026-09-04');
  const hand = (number: string, validUntil: string) =>
    valueOfResult(
      room.act(
        { act: 'RECORD_ISO', agreementId, number, body: 'Lembaga Contoh', validUntil, letter },
        manager,
      ),
    );
  hand('ISO-CONTOH-7', '2062-11-01');
  expect(items()).toMatchObject([{ say: 'ISO_ENDS', stage: 'AHEAD' }]);
  clock.set(at('2026-09-03'));
  hand('ISO-CONTOH-8', '2026-11-01');
  expect(items()).toMatchObject([{ say: 'ISO_ENDS', stage: 'SOON', due: { day: '2026-11-01' } }]);
  expect(room.certificate(agreementId)).toEqual({ number: 'ISO-CONTOH-8', validUntil: '2026-11-01' });
});

test('minutes settle one anniversary, once', () => {
  const { room, items, agreementId } = opened('2026-06-10', {
    signedOn: '2025-06-01',
    monitoring: { minPerYear: 1 },
  });
  const act = {
    act: 'RECORD_MONITORING',
    agreementId,
    anniversary: '2026-06-01',
    letter: inJune,
    agreedByBoth: true,
  } as const;
  const monitoring = () => items().find(({ kind }) => kind === 'MONITORING')?.due;
  expect(monitoring()).toMatchObject({ day: '2026-06-01' });
  const dated = (anniversary: string, date: string) =>
    failureOf(room.act({ ...act, anniversary, letter: { ...letter, date } }, manager))?.code;
  expect(dated('2026-06-01', '2030-01-01')).toBe('DATE_AHEAD');
  expect(dated('2026-06-01', '2025-05-31')).toBe('DATES_CONTRADICT');
  // Nor are those of this year any of a year that is still to come.
  expect(dated('2028-06-01', '2026-06-09')).toBe('DATES_CONTRADICT');
  valueOfResult(room.act(act, manager));
  expect(monitoring()).toMatchObject({ day: '2027-06-01' });
  expect(failureOf(room.act(act, manager))?.code).toBe('STEP_ORDER');
});

test('a change of contacts is noted, told, and told once', () => {
  const { room, items, agreementId } = opened('2026-06-10');
  const change = {
    act: 'NOTE_CONTACT_CHANGE',
    agreementId,
    changedOn: '2026-06-08',
    what: 'telepon kantor',
  } as const;
  valueOfResult(room.act(change, manager));
  const entry = items().find(({ kind }) => kind === 'CONTACT_CHANGE');
  expect(entry?.words.tanggal).toBe('2026-06-29');
  const settle = { act: 'SETTLE_CONTACT_CHANGE', dutyId: entry?.detail ?? '', letter: inJune } as const;
  valueOfResult(room.act(settle, manager));
  expect(items().map(({ kind }) => kind)).not.toContain('CONTACT_CHANGE');
  expect(failureOf(room.act(settle, manager))?.code).toBe('STEP_ORDER');
});

test('what is written down is written down by who may, about an agreement there is', () => {
  const { room, agreementId } = opened('2026-06-10');
  const change = { act: 'NOTE_CONTACT_CHANGE', agreementId, changedOn: '2026-06-08', what: 'x' } as const;
  expect(failureOf(room.act(change, auditor))?.code).toBe('NOT_PERMITTED');
  expect(failureOf(room.act({ ...change, agreementId: 'tidak-ada' }, manager))?.code).toBe('STEP_ORDER');
});
