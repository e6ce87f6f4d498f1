/** Every screen that is pictured and checked: which page, what it is told, and which keys lead to it. */
import type { VisitView } from '../../electron/contract/index.ts';
import { agendaCases } from './agenda-cases.ts';
import { agreementCases } from './agreement-cases.ts';
import { askingCases } from './asking-cases.ts';
import type { Case } from './case.ts';
import { custodyCases } from './custody-cases.ts';
import { deviceCases } from './device-cases.ts';
import { home, homeTroubled, noticeViews, record, recordUnreadable, visits } from './fixtures.ts';
import { gateCases } from './gate-cases.ts';
import { incidentCases } from './incident-cases.ts';
import { morningCases } from './morning-cases.ts';
import { asAuditor, officeCases } from './office-cases.ts';
import { outboxCases } from './outbox-cases.ts';
import { paperCases } from './paper-cases.ts';
import { reportCases } from './report-cases.ts';
import { requestCases } from './request-cases.ts';

const real = { ...home, training: false };

export const cases: readonly Case[] = [
  { name: '01-beranda', page: 'home' },
  { name: '01-beranda-perlu-perhatian', page: 'home', home: homeTroubled },
  { name: '01-beranda-bukan-latihan', page: 'home', home: real },
  { name: '01-beranda-200-persen', page: 'home', zoom: 2 },
  ...morningCases,
  { name: '02-data-balikan', page: 'home', hash: '#data-balikan' },
  ...outboxCases,
  { name: '03-data-tersimpan', page: 'home', hash: '#data-tersimpan' },
  { name: '04-jejak-audit', page: 'home', hash: '#jejak-audit', home: asAuditor },
  { name: '05-perangkat', page: 'home', hash: '#perangkat' },
  { name: '06-lampu-pembaca', page: 'home', home: homeTroubled, press: ['F2'] },
  { name: '06-lampu-sam-siap', page: 'home', press: ['F3'] },
  { name: '07-tombol', page: 'home', press: ['F1'] },
  { name: '08-laci-latihan', page: 'home', press: ['F9'] },
  ...agendaCases,
  ...incidentCases,
  ...reportCases,
  ...paperCases,
  visit('10-siap', visits.ready),
  visit('10-siap-200-persen', visits.ready, { zoom: 2 }),
  visit('10-siap-sesudah-selesai', visits.readyAfterService),
  visit('10-siap-menyiapkan', visits.readyPreparing),
  visit('10-siap-pembaca-terputus', visits.readyReaderGone),
  visit('10-siap-angkat-kartu', visits.liftCard),
  visit('11-kartu-terangkat', visits.tornCard),
  visit('11-ketukan-terlalu-cepat', visits.tappedTooSoon),
  visit('12-ketik-nik', visits.ready, { press: ['n', '4', '0', '0', '1', '0', '1', '5', '2', '0', '3'] }),
  visit('12-ketik-nik-ditolak', visits.nikRefused, { press: ['n'] }),
  visit('20-membaca-foto', visits.readingPhoto),
  visit('20-membaca-biodata', visits.readingBiodata),
  visit('21-wajah-sesuai', visits.holder),
  visit('21-wajah-sesuai-200-persen', visits.holder, { zoom: 2 }),
  visit('21-petugas-kedua', visits.holder, { press: ['p'] }),
  visit('22-pemegang-belum-dipastikan', visits.holderFailed),
  visit('23-layar-ditutup', visits.holder, { press: ['F8'] }),
  visit('24-tutup-kunjungan', visits.holder, { press: ['Escape'] }),
  visit('30-memeriksa', visits.verifying),
  visit('31-semua-sesuai', visits.match),
  visit('31-semua-sesuai-tanpa-kartu', visits.matchTyped),
  visit('32-ada-yang-berbeda', visits.mismatch),
  visit('33-menunggu-pemohon', visits.awaiting),
  ...askingCases,
  ...noticeViews.map(([notice, view]) =>
    visit(`34-jawaban-${notice.toLowerCase().replaceAll('_', '-')}`, view),
  ),
  visit('35-dukcapil-diam', visits.gatewaySilent),
  visit('35-sambungan-ditolak', visits.gatewayRefused),
  visit('35-kuota-habis', visits.quotaUsedUp),
  visit('35-jeda-terlalu-singkat', visits.tooFast),
  visit('40-persetujuan', visits.consent),
  visit('40-persetujuan-200-persen', visits.consent, { zoom: 2 }),
  visit('41-setuju-bukti', visits.consent, { press: ['s'] }),
  visit('41-setuju-pendamping', visits.consent, { press: ['s', 'p'] }),
  visit('41-setuju-anak-tanpa-printer', visits.consentOfChild, { press: ['s'] }),
  visit('42-tidak-setuju', visits.consent, { press: ['t'] }),
  visit('50-layanan', visits.serviceAgreed),
  visit('50-layanan-ditolak-simpan', visits.serviceRefused),
  visit('50-layanan-kosong', visits.serviceEmpty, { press: ['Enter'] }),
  visit('50-layanan-belum-terverifikasi', visits.serviceUnverified),
  visit('50-layanan-200-persen', visits.serviceAgreed, { zoom: 2 }),
  visit('51-menyimpan', visits.saving),
  visit('51-penyimpanan-penuh', visits.diskFull),
  visit('60-selesai', visits.done),
  visit('61-ditutup', visits.closed),
  ...gateCases,
  ...officeCases,
  ...custodyCases,
  ...deviceCases,
  ...requestCases,
  ...agreementCases,
  { name: '70-arsip', page: 'record', record },
  { name: '70-arsip-tidak-terbuka', page: 'record', record: recordUnreadable },
];

function visit(name: string, view: VisitView, more: Partial<Case> = {}): Case {
  return { name, page: 'visit', view, ...more };
}
