import { describe, expect, it } from 'vitest';
import { incidentAct, outboxAct, reportAct } from './index.ts';
import { optionalWords, words } from './words.ts';

const written = [
  'Warga 4001015203880001 menunggu.',
  'Warga menunggu:\n4001015203880001',
  'NIK 400101 520388 0001',
  '1. 400101.520388.0001',
  'NIK\n400101\n520388\n0001',
  '4001-0152-0388-0001',
  '40 01 01 520388 0001',
];

describe('words of the office', () => {
  it.each(written)('do not hold what looks like a NIK: %j', (typed) => {
    expect(words(300).safeParse(typed).success).toBe(false);
    expect(optionalWords(300).safeParse(typed).success).toBe(false);
    const reportId = 'tirta-pangan-2026-s1';
    const letter = { number: '400/9', date: '2026-08-03' };
    const narrative = { obstacles: typed, followUp: '', suggestions: '' };
    expect(reportAct.safeParse({ act: 'SUBMIT', reportId, narrative }).success).toBe(false);
    expect(reportAct.safeParse({ act: 'SEND_BACK', reportId, note: typed }).success).toBe(false);
    expect(reportAct.safeParse({ act: 'CORRECT', reportId, letter, reason: typed }).success).toBe(false);
    expect(incidentAct.safeParse({ act: 'CLOSE', incidentId: 'insiden-1', closing: typed }).success).toBe(
      false,
    );
    expect(outboxAct.safeParse({ act: 'PARK', itemId: 'butir-1', reason: typed }).success).toBe(false);
  });

  it.each([
    'Jaringan terputus 12-07-2026 13-07-2026, lalu 10.30 11.45.',
    'Diterima Umpama Sari, NIP 19700101 199901 9 999',
    'Nomor 400.12/0031/CONTOH/2028 tanggal 14 Maret 2028; telepon (000) 000002',
    'Baris satu\nbaris dua',
  ])('hold days, numbers of staff and of letters: %j', (typed) => {
    expect(words(300).parse(typed)).toBe(typed);
    const closing = { act: 'CLOSE', incidentId: 'insiden-1', closing: typed };
    expect(incidentAct.safeParse(closing).success).toBe(true);
  });
});
