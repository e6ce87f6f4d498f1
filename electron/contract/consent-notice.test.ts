import { describe, expect, it } from 'vitest';
import { sampleAgreement } from '../agreement/index.ts';
import type { AgreementProfile } from './agreement-profile.ts';
import {
  consentNotice,
  missingNoticeItems,
  type NoticeFacts,
  noticeItems,
  noticeVersion,
  noticeWords,
} from './consent-notice.ts';
import { sampleNotice as facts, sampleReceipt } from './consent-receipt.test-support.ts';
import { consentReceipt } from './consent-receipt.ts';
import { columns } from './paper-lines.ts';

describe('the notice', () => {
  it.each(['id', 'en'] as const)('tells all seven items and that no is an answer, in %s', (tongue) => {
    const notice = consentNotice(facts, tongue);
    expect(notice.items.map(({ item }) => item)).toEqual(noticeItems);
    for (const { title, text } of notice.items) expect([title, text]).not.toContain('');
    expect(notice.elements.map(({ element }) => element)).toEqual(['NIK', 'ADDRESS']);
    expect(noticeWords(notice)).not.toMatch(/undefined|[{}]/);
  });

  it('asks in the words of the domain', () => {
    const { request, voluntary } = consentNotice(facts, 'id');
    expect(`${request} ${voluntary}`).toBe(
      'Bapak/Ibu, kami meminta izin menyimpan 2 data dari KTP-el untuk penyaluran bantuan selama 2 tahun. Bapak/Ibu boleh menolak dan tetap dilayani.',
    );
  });

  it('is another text as soon as one fact or the language is another', () => {
    const told = (change: Partial<NoticeFacts>) => noticeWords(consentNotice({ ...facts, ...change }, 'id'));
    const changes: Partial<NoticeFacts>[] = [
      { institution: 'Dinas Lain' },
      { purpose: 'lain' },
      { agreementNumber: '1' },
      { elements: facts.elements.slice(1) },
      { elements: facts.elements.map((asked) => ({ ...asked, reason: 'lain' })) },
      { retention: 'P1Y' },
      { retainedUntil: '2028-10-06' },
      { version: 'w/contoh/v2' },
      { receiptNo: 'BP-2' },
      { balikanLabels: ['NIK'] },
    ];
    const texts = [{}, ...changes].map(told);
    expect(new Set([...texts, noticeWords(consentNotice(facts, 'en'))]).size).toBe(changes.length + 2);
  });

  it('names the version of the wording and of the profile', () => {
    const profile = sampleAgreement();
    expect(noticeVersion(profile)).toContain(`/${profile.profileId}/v${profile.profileVersion}`);
  });
});

describe('a profile that leaves one of the seven empty', () => {
  const profile = sampleAgreement();
  const { storageRetention: _, ...endless } = profile;
  const first = profile.storableFromCard[0];
  const holes: readonly (readonly [string, AgreementProfile, string])[] = [
    ['a purpose', { ...profile, purpose: ' ' }, 'Tujuan'],
    ['an end', endless as AgreementProfile, 'Masa simpan'],
    ['a length', { ...profile, storageRetention: 'P0D' }, 'Jangka waktu pemrosesan'],
    ['a legal basis', { ...profile, numbers: { ...profile.numbers, party2: '' } }, 'Dasar hukum'],
    [
      'a reason for an element',
      { ...profile, storableFromCard: first === undefined ? [] : [{ ...first, reason: '' }] },
      'Jenis dan relevansi data',
    ],
    ['anything to collect', { ...profile, storableFromCard: [] }, 'Rincian yang dikumpulkan'],
  ];

  it.each(holes)('without %s is told so by the name of the item', (_, broken, title) => {
    expect(missingNoticeItems(broken).map(({ id }) => id)).toContain(title);
  });

  it('is none of the samples', () => {
    expect(missingNoticeItems(profile)).toEqual([]);
  });
});

describe('the receipt', () => {
  const receipt = consentReceipt(sampleReceipt, 'id');

  it('is two copies, one to sign, and says by whom, when, what and until when', () => {
    const copies = receipt.split('\f');
    expect(copies.map((copy) => copy.includes('ditandatangani'))).toEqual([true, false]);
    for (const copy of copies) {
      const words = copy.replace(/\s+/g, ' ');
      for (const told of [
        'BUKTI PERSETUJUAN PENYIMPANAN DATA KTP-el',
        'LATIHAN',
        'Nomor: BP-L1-20261005-0001 Tanggal/waktu: 5 Oktober 2026 09.12 WITA Loket: Loket 1',
        '5 Oktober 2026 09.12 WITA',
        'NIK 4001015203880001, nama SEKAR CONTOHWATI, MENYETUJUI Dinas Contoh',
        'Alamat: JL. PERAGA NO. 1',
        'sampai Kamis, 5 Oktober 2028',
        'paling lambat 3 x 24 jam',
        'Persetujuan ini sukarela.',
        'Sidik jari tidak disimpan.',
      ]) {
        expect(words).toContain(told);
      }
    }
  });

  it('fits its sheet', () => {
    const copies = receipt.split('\f').map((copy) => copy.split('\n'));
    for (const lines of copies) {
      expect(lines.length).toBeLessThanOrEqual(60);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });
});
