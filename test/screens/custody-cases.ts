/** SAM cards and readers as IT staff look after them: the inventory, one card, its acts, and the way back at the end. */
import {
  type ChannelOutputs,
  type CustodyEntry,
  type CustodyView,
  type ProposalRow,
  type SamCardRow,
  type SamEvent,
  type SamStatus,
  samEvents,
  samRules,
} from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { home, now } from './fixtures.ts';
import { asManager, asOfficer } from './office-cases.ts';

const day = 24 * 60 * 60_000;
const agreementId = 'tirta-pangan';
const number = '470.1/0007/CONTOH/2026';

function card(
  place: number,
  status: SamStatus,
  next: SamEvent | null,
  more: Partial<SamCardRow> = {},
): SamCardRow {
  const personalised = status !== 'PROCURED' && status !== 'PERSO_REQUESTED';
  return {
    samId: `contoh-${place}`,
    agreementId,
    name: personalised ? `SAM-CONTOH-000${place}` : `#${place}`,
    order: '020/0114/CONTOH/2026',
    status,
    rejected: false,
    ticket: status === 'PROCURED' ? null : 'SIFILMA-CONTOH-2026-0815',
    hasConfiguration: personalised,
    hasUid: personalised,
    reader: null,
    incident: null,
    validUntil: '2028-03-02',
    next: next === null ? null : { event: next, who: 'SAM_OFFICER' },
    waiting: null,
    events: samEvents.filter((event) => (samRules[event].from as readonly SamStatus[]).includes(status)),
    ...more,
  };
}

const here = { serial: 'RDR-CONTOH-01', counter: 'Loket 1' };
const there = { serial: 'RDR-CONTOH-02', counter: 'Loket 2' };

const running: CustodyView = {
  agreements: [{ agreementId, number, lastDay: '2028-03-02', ended: false, open: true, owed: null }],
  lines: [
    {
      agreementId,
      ordered: 7,
      personalised: 5,
      pending: 1,
      rejected: 1,
      ready: 2,
      active: 1,
      suspended: 1,
      lost: 1,
      returned: 0,
      awaitingReturn: 0,
    },
  ],
  cards: [
    card(1, 'ACTIVE', null, { reader: here }),
    card(2, 'SUSPENDED', 'RESUME', { reader: there }),
    card(3, 'PERSONALISED', 'IMPORT_CONFIG', { hasConfiguration: false, hasUid: false }),
    card(4, 'PERSONALISED', 'ACTIVATE', {
      reader: { serial: 'RDR-CONTOH-03', counter: 'Loket 3' },
      waiting: { event: 'ACTIVATE', by: 'Coba Hartono' },
    }),
    card(5, 'LOST_OR_DAMAGED', 'WRITE_OFF', { incident: 'LP/B/0042/CONTOH/2026' }),
    card(6, 'PERSO_REQUESTED', 'RECEIVE'),
    card(7, 'PROCURED', 'REQUEST_PERSO', { rejected: true }),
  ],
  readers: [
    {
      readerId: 'pembaca-1',
      agreementId,
      ...here,
      model: 'Contoh 1281 Dual',
      status: 'IN_SERVICE',
      sam: 'SAM-CONTOH-0001',
      mayChange: false,
    },
    {
      readerId: 'pembaca-2',
      agreementId,
      ...there,
      model: 'Contoh 1281 Dual',
      status: 'OUT_OF_SERVICE',
      sam: 'SAM-CONTOH-0002',
      mayChange: true,
    },
    {
      readerId: 'pembaca-4',
      agreementId,
      serial: 'RDR-CONTOH-04',
      counter: 'Loket 4',
      model: 'Contoh 1281 Dual',
      status: 'REGISTERED',
      sam: null,
      mayChange: true,
    },
  ],
  handovers: [],
};

const ended: CustodyView = {
  agreements: [
    {
      agreementId,
      number,
      lastDay: '2026-09-18',
      ended: true,
      open: false,
      owed: { cards: 3, due: '2026-10-02', late: true },
    },
  ],
  lines: [
    {
      agreementId,
      ordered: 5,
      personalised: 5,
      pending: 0,
      rejected: 0,
      ready: 0,
      active: 0,
      suspended: 1,
      lost: 1,
      returned: 1,
      awaitingReturn: 2,
    },
  ],
  cards: [
    card(1, 'SUSPENDED', 'REQUEST_DEACTIVATION', { reader: here }),
    card(2, 'DEACT_REQUESTED', 'RETURN_CONFIG'),
    card(3, 'DEACTIVATED', 'HAND_IN'),
    card(4, 'RETURNED', null),
    card(5, 'WRITTEN_OFF', null, { incident: 'LP/B/0042/CONTOH/2026' }),
  ],
  readers: running.readers.slice(0, 2).map((reader) => ({
    ...reader,
    status: 'OUT_OF_SERVICE',
    mayChange: true,
  })),
  handovers: [
    {
      paperId: 'bast-1',
      agreementId,
      number: '020/0450/CONTOH/2026',
      signedOn: '2026-10-01',
      cards: ['SAM-CONTOH-0003'],
    },
  ],
};

/** As many as one order may have, and one letter. */
const large: CustodyView = {
  ...running,
  lines: [
    {
      agreementId,
      ordered: 300,
      personalised: 300,
      pending: 0,
      rejected: 0,
      ready: 0,
      active: 100,
      suspended: 100,
      lost: 0,
      returned: 0,
      awaitingReturn: 100,
    },
  ],
  cards: Array.from({ length: 300 }, (_, at) => {
    const of = (['ACTIVE', 'SUSPENDED', 'DEACTIVATED'] as const)[at % 3] ?? 'ACTIVE';
    const next = ({ ACTIVE: null, SUSPENDED: 'RESUME', DEACTIVATED: 'HAND_IN' } as const)[of];
    const place = String(at + 1).padStart(4, '0');
    const reader = { serial: `RDR-CONTOH-${place}`, counter: `Loket ${at + 1}` };
    return { ...card(at + 1, of, next, { reader }), name: `SAM-CONTOH-${place}` };
  }),
  readers: Array.from({ length: 300 }, (_, at) => {
    const place = String(at + 1).padStart(4, '0');
    const sam = `SAM-CONTOH-${place}`;
    const where = { serial: `RDR-CONTOH-${place}`, counter: `Loket ${at + 1}`, model: 'Contoh 1281 Dual' };
    const status = at % 3 === 0 ? 'IN_SERVICE' : 'OUT_OF_SERVICE';
    return {
      readerId: `pembaca-${at}`,
      agreementId,
      ...where,
      sam,
      status,
      mayChange: at % 3 !== 0,
    } as const;
  }),
};

const entry = (
  event: CustodyEntry['event'],
  to: SamStatus,
  ago: number,
  details: CustodyEntry['details'],
  actor = 'Coba Hartono',
): CustodyEntry => ({ at: now - ago * day, actor, event, to, details });

const history: readonly CustodyEntry[] = [
  entry('SUSPEND', 'SUSPENDED', 2, [{ field: 'reason', value: 'AGREEMENT_STOPPED' }], 'SYSTEM'),
  entry(
    'ACTIVATE',
    'ACTIVE',
    150,
    [
      { field: 'serial', value: 'SAM-CONTOH-0002' },
      { field: 'reader', value: there.serial },
      { field: 'counter', value: there.counter },
    ],
    'Uji Widodo',
  ),
  entry('PAIR', 'PERSONALISED', 151, [
    { field: 'reader', value: there.serial },
    { field: 'counter', value: there.counter },
  ]),
  entry('IMPORT_CONFIG', 'PERSONALISED', 151, [{ field: 'sha256', value: '3fa4'.repeat(16) }]),
  entry('RECEIVE', 'PERSONALISED', 152, [
    { field: 'letter', value: '400.12/2211/CONTOH/2026', on: '2026-05-05' },
    { field: 'serial', value: 'SAM-CONTOH-0002' },
  ]),
  entry('REQUEST_PERSO', 'PERSO_REQUESTED', 170, [
    { field: 'letter', value: '020/0231/CONTOH/2026', on: '2026-04-17' },
    { field: 'ticket', value: 'SIFILMA-CONTOH-2026-0815' },
    { field: 'ticketOn', value: '2026-04-18' },
  ]),
  entry('PROCURE', 'PROCURED', 180, [
    { field: 'vendor', value: 'PT Penyedia Contoh' },
    { field: 'document', value: '020/0114/CONTOH/2026', on: '2026-04-07' },
    { field: 'count', value: '7' },
  ]),
];

const onlyHere: CustodyView = {
  agreements: [],
  lines: [],
  cards: [card(1, 'ACTIVE', null, { reader: here, events: ['SUSPEND', 'REPORT_LOST'] })],
  readers: [],
  handovers: [],
};

const proposal: ProposalRow = {
  proposalId: 'usul-sam-1',
  kind: 'SAM_ACTIVATION',
  subjectId: 'contoh-4',
  subject: 'SAM-CONTOH-0004',
  changes: [
    { field: 'samStatus', from: 'PERSONALISED', to: 'ACTIVE' },
    { field: 'reader', from: '', to: 'RDR-CONTOH-03' },
    { field: 'counter', from: '', to: 'Loket 3' },
  ],
  proposedBy: 'Coba Hartono',
  proposedAt: now - day / 12,
  sha256: '8b2c'.repeat(16),
  mine: true,
  own: false,
};

const givingUp: ProposalRow = {
  ...proposal,
  proposalId: 'usul-sam-2',
  kind: 'SAM_DEACTIVATION',
  subjectId: 'contoh-2',
  subject: 'SAM-CONTOH-0002',
  changes: [
    { field: 'samStatus', from: 'SUSPENDED', to: 'DEACT_REQUESTED' },
    { field: 'cause', from: '', to: 'AGREEMENT_ENDED' },
    { field: 'letter', from: '', to: '020/0412/CONTOH/2026' },
    { field: 'letterDate', from: '', to: '2026-10-01' },
  ],
};

export const custodyCases: readonly Case[] = [
  {
    name: '94-sam-persetujuan',
    page: 'home',
    home: asManager,
    hash: '#persetujuan',
    answers: { 'proposals.list': [proposal, givingUp] },
  },
  sam('94-sam-inventaris', '#perangkat', running),
  sam('94-sam-inventaris-200-persen', '#perangkat', running, { zoom: 2 }),
  { ...sam('94-sam-inventaris-dilihat', '#perangkat', lookedAt(running)), home: asManager },
  sam('94-sam-akhir-pks', '#perangkat', ended),
  sam('94-sam-pembelian', '#perangkat', running, { click: ['[data-act="PROCURE"]'] }),
  sam('94-sam-perangkat-baru', '#perangkat', running, { click: ['[data-act="REGISTER_READER"]'] }),
  sam('94-sam-permohonan', '#perangkat', running, { click: ['[data-act="REQUEST_PERSO"]'] }),
  sam('94-sam-serah', '#perangkat', ended, { click: ['[data-act="HAND_IN"]'], press: ['Enter'] }),
  sam('94-sam-tiga-ratus', '#perangkat', large, {
    click: ['nav[aria-label^="Halaman"] button:last-of-type'],
  }),
  sam('94-sam-tiga-ratus-surat', '#perangkat', large, { click: ['[data-act="HAND_IN"]'] }),
  sam('95-sam-ditangguhkan', '#perangkat/contoh-2', running),
  sam('95-sam-menunggu', '#perangkat/contoh-4', running),
  sam('95-sam-pasangkan', '#perangkat/contoh-3', running, { click: ['[data-act="PAIR"]'] }),
  sam('95-sam-kembali', '#perangkat/contoh-3', ended),
  sam('95-sam-hilang', '#perangkat/contoh-5', running),
  sam('95-sam-tidak-ada', '#perangkat/contoh-99', running),
  {
    name: '95-sam-lapor-hilang',
    page: 'home',
    home: { ...home, training: false },
    hash: '#perangkat',
    answers: { 'custody.view': onlyHere },
    click: ['[data-act="REPORT_LOST"]'],
  },
];

/** As whoever may look on and do nothing but stop a card. */
function lookedAt(view: CustodyView): CustodyView {
  return {
    ...view,
    cards: view.cards.map((one) => ({ ...one, events: [] })),
    readers: view.readers.map((one) => ({ ...one, mayChange: false })),
  };
}

function sam(name: string, hash: string, view: CustodyView, more: Partial<Case> = {}): Case {
  const answers: Partial<ChannelOutputs> = { 'custody.view': view, 'custody.history': history };
  return { name, page: 'home', home: asOfficer, hash, answers, ...more };
}
