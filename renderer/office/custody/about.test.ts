import { describe, expect, it } from 'vitest';
import { custodyAct } from '../../../electron/contract/custody.ts';
import { type SamCardRow, type SamStatus, samEvents } from '../../../electron/contract/index.ts';
import { actOf, draftOf, handoversFor, tasksOf, wantedFor } from './about.ts';
import { arriving, leaving, standingOf } from './course.ts';
import { endPathOf, endSteps } from './end-path.ts';

function card(name: string, status: SamStatus, more: Partial<SamCardRow> = {}): SamCardRow {
  return {
    samId: `id-${name}`,
    agreementId: 'tirta-pangan',
    name,
    order: '020/1/CONTOH/2026',
    status,
    rejected: false,
    ticket: null,
    hasConfiguration: false,
    hasUid: false,
    reader: null,
    incident: null,
    validUntil: null,
    next: null,
    waiting: null,
    events: [],
    ...more,
  };
}

const bought = ['#1', '#2'].map((name) =>
  card(name, 'PROCURED', {
    events: ['REQUEST_PERSO'],
    next: { event: 'REQUEST_PERSO', who: 'SAM_OFFICER' },
  }),
);

describe('the form of an act', () => {
  it('asks for every member of the act and for no other', () => {
    for (const option of custodyAct.options) {
      const { act, ...members } = option.shape;
      const about = { agreementId: 'a', card: card('x', 'ACTIVE'), reader: reader('r', 'REGISTERED') };
      const several = 'samIds' in members ? { cards: bought } : {};
      const draft = draftOf({ act: act.value, ...about, ...several });
      expect(Object.keys(draft), act.value).toEqual(expect.arrayContaining(Object.keys(members)));
    }
  });

  it('takes the cards that may go into the same letter, and starts with the one it was opened for', () => {
    const [first, second] = bought;
    if (first === undefined || second === undefined) throw new Error('two cards');
    const elsewhere = { ...second, samId: 'id-x', agreementId: 'another' };
    const wanted = wantedFor('REQUEST_PERSO', second, [...bought, elsewhere, card('3', 'ACTIVE')]);
    expect(wanted.cards).toEqual(bought);
    expect(draftOf(wanted).samIds).toEqual([second.samId]);
    const { card: _, ...together } = wanted;
    expect(draftOf(together).samIds).toEqual([first.samId, second.samId]);
  });

  it('names one card where the act is about one, and fills in what is known of this computer', () => {
    const one = card('SAM-1', 'SUSPENDED', { events: ['RESUME'] });
    expect(draftOf(wantedFor('RESUME', one, [one]))).toEqual({ act: 'RESUME', reason: '', samId: one.samId });
    const registering = { act: 'REGISTER_READER', agreementId: 'a' } as const;
    expect(draftOf(registering, { counter: 'Loket 1' })).toMatchObject({
      counter: 'Loket 1',
      agreementId: 'a',
    });
  });
});

describe('what is to be done', () => {
  it('groups cards by their next step, and apart from them what waits for a second person', () => {
    const ready = (name: string, more: Partial<SamCardRow> = {}) =>
      card(name, 'PERSONALISED', {
        events: ['ACTIVATE'],
        next: { event: 'ACTIVATE', who: 'SAM_OFFICER' },
        ...more,
      });
    const waiting = ready('SAM-2', { events: [], waiting: { event: 'ACTIVATE', by: 'Coba Hartono' } });
    const tasks = tasksOf('tirta-pangan', [...bought, ready('SAM-1'), waiting, card('SAM-3', 'ACTIVE')]);
    expect(tasks.map(({ event, waits, cards }) => [event, waits, cards.map(({ name }) => name)])).toEqual([
      ['REQUEST_PERSO', false, ['#1', '#2']],
      ['ACTIVATE', false, ['SAM-1']],
      ['ACTIVATE', true, ['SAM-2']],
    ]);
    expect(tasks.map(({ wanted }) => wanted?.act)).toEqual(['REQUEST_PERSO', undefined, undefined]);
  });

  it('offers no form to whoever may only look on', () => {
    const looked = bought.map((one) => ({ ...one, events: [] }));
    expect(tasksOf('tirta-pangan', looked)).toMatchObject([{ event: 'REQUEST_PERSO', wanted: undefined }]);
  });

  it('has an act for every step of a card', () => {
    expect(samEvents.filter((event) => !(event in actOf))).toEqual([]);
  });
});

describe('the way of a card', () => {
  it('counts what is behind it on the way in and on the way back', () => {
    const reached = (status: SamStatus, more: Partial<SamCardRow> = {}) =>
      standingOf(card('x', status, more))?.reached;
    const place = { serial: 'R', counter: 'L' };
    expect([
      reached('PROCURED'),
      reached('PERSO_REQUESTED'),
      reached('PERSONALISED'),
      reached('PERSONALISED', { hasConfiguration: true }),
      reached('PERSONALISED', { hasConfiguration: true, reader: place }),
      reached('PERSONALISED', { hasConfiguration: true, hasUid: true, reader: place }),
      reached('ACTIVE'),
    ]).toEqual([1, 2, 3, 4, 4, 5, arriving.length]);
    expect([reached('DEACT_REQUESTED'), reached('DEACTIVATED'), reached('RETURNED')]).toEqual([
      1,
      2,
      leaving.length,
    ]);
    expect(reached('LOST_OR_DAMAGED')).toBeUndefined();
  });
});

describe('the way back after the end', () => {
  it('names at every step what has not come so far', () => {
    const steps = endPathOf(
      [
        card('A', 'ACTIVE'),
        card('B', 'SUSPENDED'),
        card('C', 'DEACT_REQUESTED'),
        card('D', 'CONFIG_RETURNED'),
        card('E', 'RETURNED'),
        card('F', 'LOST_OR_DAMAGED'),
        card('G', 'PERSO_REQUESTED'),
        card('H', 'PROCURED'),
      ],
      [reader('R1', 'OUT_OF_SERVICE'), reader('R2', 'DEACTIVATED')],
      [handover('D', 'E')],
    );
    expect(steps.map(({ step }) => step)).toEqual([...endSteps]);
    expect(Object.fromEntries(steps.map(({ step, missing }) => [step, missing.join('')]))).toEqual({
      REQUESTS_SETTLED: 'G',
      STOPPED: 'A',
      DEACTIVATION_ASKED: 'AB',
      GIVEN_UP: 'ABC',
      READERS_INACTIVE: 'R1',
      BAST_SIGNED: 'ABCF',
      HANDED_IN: 'ABCD',
      WRITTEN_OFF: 'F',
    });
  });

  it('leaves out what concerns no card', () => {
    expect(endPathOf([card('E', 'RETURNED')], [], []).map(({ step }) => step)).toEqual([
      'STOPPED',
      'DEACTIVATION_ASKED',
      'GIVEN_UP',
      'BAST_SIGNED',
      'HANDED_IN',
    ]);
  });
});

describe('the form of a hand-over', () => {
  it('begins with the cards that the latest signed BAST lists, and with no other BAST', () => {
    const cards = ['A', 'B', 'C'].map((name) => card(name, 'DEACTIVATED'));
    const wanted = { act: 'HAND_IN', agreementId: 'tirta-pangan', cards } as const;
    const view = { handovers: [handover('B', 'C'), handover('A'), handover('X')] };
    expect(handoversFor(view, wanted).map(({ paperId }) => paperId)).toEqual(['bast-BC', 'bast-A']);
    expect(draftOf(wanted, { bast: 'bast-BC' }, ['B', 'C'])).toMatchObject({
      bast: 'bast-BC',
      samIds: ['id-B', 'id-C'],
    });
  });
});

function handover(...names: string[]) {
  const paperId = `bast-${names.join('')}`;
  const signed = { number: '020/0450/CONTOH/2026', signedOn: '2026-10-01' };
  return { paperId, agreementId: 'tirta-pangan', ...signed, cards: names };
}

function reader(serial: string, status: 'REGISTERED' | 'OUT_OF_SERVICE' | 'DEACTIVATED') {
  const agreementId = 'tirta-pangan';
  const where = { agreementId, serial, model: 'Contoh', counter: 'Loket 1', sam: null };
  return { readerId: `id-${serial}`, ...where, status, mayChange: false };
}
