/** Data balikan as the access manager sees it: what was refused and given up, and the forms behind it. */
import type { OutboxDetail, PreparedListRow, ToHandOver } from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { now, outboxRows } from './fixtures.ts';
import { asManager } from './office-cases.ts';

const refused = outboxRows.find(({ status }) => status === 'REJECTED');

const detail: OutboxDetail | undefined = refused && {
  row: refused,
  fields: [
    {
      code: 'RECIPIENT_INFO',
      label: 'Nomor/Keterangan penerima bantuan',
      required: true,
      maxLength: 120,
    },
    {
      code: 'AID_TYPE',
      label: 'Jenis bantuan yang diterima',
      required: true,
      maxLength: 120,
      choices: [
        { code: 'BENIH', label: 'Bantuan benih' },
        { code: 'PUPUK', label: 'Bantuan pupuk' },
      ],
    },
  ],
  may: ['CORRECT', 'PARK', 'HAND_OVER'],
};

const list: PreparedListRow = {
  listId: 'contoh-daftar-1',
  agreementId: 'pks-a',
  number: '400.12/0042/CONTOH/2026',
  medium: 'FILE',
  items: 128,
  preparedAt: now - 26 * 3_600_000,
  sha256: '4f6c1d0b9a83e27f5c14d6b08e9f3a7261c5d4be80f79a3312c6e5d8b4a09f71',
  request: null,
};
const lists = [
  list,
  { ...list, listId: 'contoh-daftar-2', number: '400.12/0039/CONTOH/2026', medium: 'PAPER', items: 14 },
] as const;
const waiting: readonly ToHandOver[] = [
  { agreementId: 'pks-a', number: '470.1/0007/CONTOH/2026', channel: 'PUSH', items: 2 },
  { agreementId: 'pks-b', number: '100.3.7/02/PKS/VIII/2026', channel: 'PULL', items: 1342 },
];
const pulled = outboxRows.map((row, index) =>
  index < 2 ? { ...row, agreementId: 'pks-b', channel: 'PULL' as const, status: 'QUEUED' as const } : row,
);
const unreadable = ['REG-20261005-0012'];
const makes = 'main form button:nth-of-type(3)';

const page = {
  page: 'home',
  hash: '#data-balikan',
  home: asManager,
  answers: detail === undefined ? {} : { 'outbox.detail': detail },
} as const;
const buttonOf = (row: number, button: number) =>
  `tbody tr:nth-child(${row}) td:last-child button:nth-child(${button})`;

export const outboxCases: readonly Case[] = [
  { name: '02-data-balikan-pengelola', ...page },
  { name: '02-data-balikan-200-persen', ...page, zoom: 2 },
  {
    name: '02-data-balikan-tidak-ditemukan',
    ...page,
    answers: { 'outbox.list': [] },
    click: ['main form input'],
    press: [...'L1-20261005-0099', 'Enter'],
  },
  { name: '02-data-balikan-perbaiki', ...page, click: [buttonOf(3, 1)] },
  { name: '02-data-balikan-tahan', ...page, click: [buttonOf(3, 2)] },
  { name: '02-data-balikan-kirim-ulang', ...page, click: [buttonOf(4, 1)] },
  {
    name: '02-data-balikan-daftar',
    ...page,
    answers: { 'outbox.list': pulled, 'outbox.handingOver': { waiting, lists, withoutService: 12 } },
  },
  {
    name: '02-data-balikan-serahkan',
    ...page,
    answers: { 'outbox.handingOver': { waiting: waiting.slice(0, 1), lists: [], withoutService: 12 } },
    click: [makes],
  },
  {
    name: '02-data-balikan-diambil',
    ...page,
    answers: {
      'outbox.list': pulled,
      'outbox.handingOver': { waiting: waiting.slice(1), lists: [], withoutService: 12 },
    },
    click: [makes],
  },
  {
    name: '02-data-balikan-daftar-dibuat',
    ...page,
    answers: {
      'outbox.handingOver': { waiting: waiting.slice(0, 1), lists, withoutService: 12 },
      'outbox.makeList': {
        ...list,
        password: 'K7QM-2XHV-9TRB-WE4N-P6CD-ZU3J',
        fileName: 'daftar.pdf',
        unreadable,
      },
    },
    click: [makes, 'input[value="FILE"]'],
    press: ['Shift+Tab', ...'045/12', 'Enter'],
  },
  {
    name: '02-data-balikan-daftar-ditandatangani',
    ...page,
    answers: { 'outbox.handingOver': { waiting, lists, withoutService: 12 } },
    click: ['main section li button'],
  },
];
