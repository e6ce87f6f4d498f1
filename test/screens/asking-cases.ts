/** Screens of an inquiry that the officer has a part in: typing without a reader, the portal, the comparison, a second signature. */
import {
  appFailure,
  type ComparedElement,
  type DataElement,
  elementCatalogue,
  partsOf,
  type VisitView,
} from '../../electron/contract/index.ts';
import type { Case } from './case.ts';
import { lampsReady, r1, view, visits } from './fixtures.ts';

const nine: readonly DataElement[] = [
  'FAMILY_CARD_NO',
  'NIK',
  'FULL_NAME',
  'SEX',
  'BIRTH_PLACE',
  'BIRTH_DATE',
  'MARITAL_STATUS',
  'OCCUPATION',
  'ADDRESS',
];

const typed = r1.identity.slice(0, 2);
const readerOff = { colour: 'off', failure: appFailure('READER_NOT_ALLOWED', 'agreement') } as const;
const noReader: Partial<VisitView> = {
  lamps: { ...lampsReady, reader: readerOff, sam: readerOff },
  cardPath: false,
  readerUsed: false,
  readerObligatory: false,
  method: 'PORTAL',
};

const ofElement = (element: DataElement) => (value: (typeof typed)[number]) =>
  value.part === element || value.part.startsWith(`${element}.`);
const rows: readonly ComparedElement[] = nine.map((element) => ({
  element,
  own: typed.filter(ofElement(element)),
  found: [],
}));
const fetched: readonly ComparedElement[] = nine.slice(1).map((element) => ({
  element,
  own: r1.identity.filter(ofElement(element)),
  found: r1.identity
    .filter(ofElement(element))
    .map((value) => (value.part === 'ADDRESS.STREET' ? { ...value, value: 'JL. UMPAMA NO. 4' } : value)),
}));

const inPortal = view('VERIFYING', {
  ...noReader,
  identity: typed,
  portal: { nik: typed[0]?.value ?? '' },
  comparison: rows,
  quota: { used: 187, limit: 200 },
  intents: ['compared', 'portalAnswered', 'cancel'],
});
const inComparison = view('VERIFYING', {
  method: 'FETCH',
  identity: r1.identity,
  comparison: fetched,
  intents: ['compared', 'cancel'],
});
const held = view('RESULT_BLOCKED', {
  ...noReader,
  failure: appFailure('NIK_SEQUENTIAL', 'permit'),
  cosign: 'EXCEPTION',
  intents: ['continueUnverified', 'closeWithoutService'],
});
const compared = (state: VisitView['state'], differing: readonly DataElement[]) =>
  view(state, {
    ...noReader,
    identity: typed,
    verdicts: verdicts(differing),
    intents:
      state === 'RESULT_MATCH'
        ? ['recordService', 'closeWithoutService']
        : ['awaitApplicant', 'closeWithoutService'],
  });

function verdicts(differing: readonly DataElement[]): VisitView['verdicts'] {
  return partsOf(nine).map((part) => ({
    part,
    verdict: differing.includes(elementCatalogue[part].element) ? 'BERBEDA' : 'SESUAI',
  }));
}

const wrongPassword = { 'visit.cosign': appFailure('SIGN_IN_REFUSED', 'visit.cosign') };
const signing = ['a', 'Tab', 'b', 'Enter'];

export const askingCases: readonly Case[] = [
  visit('10-siap-tanpa-pembaca', view('READY', noReader)),
  visit('12-ketik-nik-tanpa-pembaca', view('READY', noReader), { press: ['Enter'] }),
  visit('12-ketik-nik-huruf', visits.ready, { press: ['n', 's', 'i'] }),
  visit('21-petugas-kedua-ditolak', visits.holder, { press: ['p', ...signing], refusals: wrongPassword }),
  visit('36-portal', inPortal),
  visit('36-portal-200-persen', inPortal, { zoom: 2 }),
  visit('36-portal-jawaban-dipilih', inPortal, { press: ['4'] }),
  visit('37-cocokkan-portal', inPortal, { press: ['d'] }),
  visit('37-cocokkan-portal-berbeda', inPortal, { press: ['d', '9'] }),
  visit('37-cocokkan-ambil', inComparison),
  visit('37-cocokkan-ambil-200-persen', inComparison, { zoom: 2, press: ['8'] }),
  visit('31-semua-sesuai-portal', compared('RESULT_MATCH', [])),
  visit('32-ada-yang-berbeda-portal', compared('RESULT_MISMATCH', ['ADDRESS', 'MARITAL_STATUS'])),
  visit('38-nik-ditahan', held),
  visit('38-nik-ditahan-persetujuan', held, { press: ['Enter'] }),
];

function visit(name: string, shown: VisitView, more: Partial<Case> = {}): Case {
  return { name, page: 'visit', view: shown, ...more };
}
