/** Data balikan as the access manager sees it: what was refused and given up, and the forms behind it. */
import type { OutboxDetail } from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { outboxRows } from './fixtures.ts';
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
  { name: '02-data-balikan-perbaiki', ...page, click: [buttonOf(3, 1)] },
  { name: '02-data-balikan-tahan', ...page, click: [buttonOf(3, 2)] },
  { name: '02-data-balikan-kirim-ulang', ...page, click: [buttonOf(4, 1)] },
  { name: '02-data-balikan-serahkan', ...page, click: ['main form button:nth-of-type(3)'] },
];
