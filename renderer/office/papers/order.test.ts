import { describe, expect, it } from 'vitest';
import { paperKinds, paperOrder } from '../../../electron/contract/papers.ts';
import { asks, detailOf, draftOf, type WantedPaper, wantedPaper } from './order.ts';

const start = {
  letterhead: { government: 'Pemerintah', district: '', office: 'Dinas', address: 'Jalan', contact: '' },
  place: 'Tirta Contoh',
  recipient: 'Dinas Contoh',
  numberPattern: '400.12/{urut}/CONTOH',
  asks: [{ name: 'hal', label: { id: 'Hal', en: 'Subject' }, long: false, start: 'Permohonan' }],
  subjects: [{ subjectId: 'daftar-1', name: '400.12/0042/CONTOH/2026', at: 0 }],
};

function wantedOf(kind: (typeof paperKinds)[number]): WantedPaper {
  const onePerson = kind === 'NDA' || kind === 'USER_ID_FORM';
  return {
    kind,
    agreementId: 'tirta-pangan',
    ...(onePerson ? { personId: 'simula-ningsih' } : {}),
    ...(kind === 'SEMESTER_REPORT' ? { reportId: 'laporan-1' } : {}),
    ...(kind.startsWith('BREACH_NOTICE') ? { incidentId: 'insiden-1' } : {}),
  };
}

describe('a paper that is wanted', () => {
  it.each(paperKinds)('%s has an address that leads back to it', (kind) => {
    expect(wantedPaper(detailOf(wantedOf(kind)))).toEqual(wantedOf(kind));
  });

  it('of a report that was signed names its version, and asks for neither the number nor the day that it bears', () => {
    const wanted = { ...wantedOf('SEMESTER_REPORT'), version: 2 };
    expect(wantedPaper(detailOf(wanted))).toEqual(wanted);
    expect(asks(wanted)).toMatchObject({ number: false, day: false });
    expect(Object.keys(draftOf(wanted, start))).not.toContain('number');
    for (const wrong of ['SEMESTER_REPORT/tirta-pangan/laporan-1/0', 'NDA/tirta-pangan/simula-ningsih/1']) {
      expect(wantedPaper(wrong)).toBeUndefined();
    }
  });

  it('about a list is about the one it came from, else about the only one, and with two about none yet', () => {
    const wanted = { kind: 'BALIKAN_HANDOVER', agreementId: 'tirta-pangan' } as const;
    const chosen = { ...wanted, subjectId: 'daftar-2' };
    expect(wantedPaper(detailOf(chosen))).toEqual(chosen);
    const two = [...start.subjects, { subjectId: 'daftar-2', name: 'lain', at: 1 }];
    expect(draftOf(wanted, start)['subjectId']).toBe('daftar-1');
    expect(draftOf(wanted, { ...start, subjects: two })['subjectId']).toBe('');
    expect(draftOf(chosen, { ...start, subjects: two })['subjectId']).toBe('daftar-2');
  });

  it.each(['', 'NDA', 'NDA/tirta-pangan', 'SPTJM_AWAL/tirta-pangan/simula-ningsih', 'ENTAH/tirta-pangan'])(
    '%j leads to none',
    (detail) => {
      expect(wantedPaper(detail)).toBeUndefined();
    },
  );

  it.each(paperKinds)('the form of %s asks for what main asks for, and for nothing else', (kind) => {
    const { day: _day, number: _number, sequence: _sequence, ...draft } = draftOf(wantedOf(kind), start);
    const filled = {
      ...draft,
      ...(asks(wantedOf(kind)).request ? { request: { number: '1', date: '2026-11-02' } } : {}),
      ...(asks(wantedOf(kind)).cause ? { cause: 'NEW' } : {}),
      ...(asks(wantedOf(kind)).handover ? { reason: 'BERAKHIR' } : {}),
    };
    const parsed = paperOrder.parse({ ...filled, ...(asks(wantedOf(kind)).number ? { number: '1' } : {}) });
    expect(Object.keys(parsed).sort()).toEqual(
      Object.keys({ ...filled, ...(asks(wantedOf(kind)).number ? { number: '1' } : {}) }).sort(),
    );
  });
});
