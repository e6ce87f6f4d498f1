/** The device test, as IT staff see it: before it, while it waits for the card, and with what came of it. */
import {
  type ChannelOutputs,
  type DeviceTestStep,
  type DeviceTestView,
  deviceTestSteps,
  type StepOutcome,
} from '../../electron/contract/index.ts';
import { cardFailure } from '../../native/failure-catalogue.ts';
import type { Case } from './case.ts';
import { now } from './fixtures.ts';
import { asOfficer } from './office-cases.ts';

const found: Readonly<Partial<Record<DeviceTestStep, Partial<StepOutcome>>>> = {
  READERS: {
    readers: [
      { name: 'CREATOR CRT-603 (CZ1) CCR RF 0', role: 'CARD', cardPresent: true },
      { name: 'CREATOR CRT-603 (CZ1) CCR SAM 0', role: 'SAM', cardPresent: true },
      { name: 'Yubico YubiKey OTP+FIDO+CCID 00 00', role: 'NONE', cardPresent: true },
    ],
  },
  SAM_FOUND: { reader: 'CREATOR CRT-603 (CZ1) CCR SAM 0', ms: 212 },
  SAM_LINK: { link: { perByteMs: 1.74, perExchangeMs: 48.3, exchanges: 12 }, ms: 3480 },
  CARD_FOUND: { reader: 'CREATOR CRT-603 (CZ1) CCR RF 0', ms: 5210 },
  CARD_READ: { traffic: { exchanges: 12, bytes: 1912 }, ms: 196 },
  CARD_LINK: { link: { perByteMs: 0.01, perExchangeMs: 15.9, exchanges: 15 }, ms: 242 },
};

function passed(steps: readonly DeviceTestStep[]): StepOutcome[] {
  return steps.map((step) => ({ step, verdict: 'PASSED', ms: 61, ...found[step] }));
}

const view: DeviceTestView = {
  startedAt: now - 40_000,
  by: 'Coba Hartono',
  card: null,
  state: 'PASSED',
  step: null,
  outcomes: passed(deviceTestSteps),
};
const waiting: DeviceTestView = {
  ...view,
  state: 'RUNNING',
  step: 'CARD_FOUND',
  outcomes: passed(deviceTestSteps.slice(0, deviceTestSteps.indexOf('CARD_FOUND'))),
};
const refused: DeviceTestView = {
  ...view,
  state: 'FAILED',
  outcomes: [
    ...passed(['SERVICE', 'READERS', 'SAM_FOUND']),
    {
      step: 'SAM_OPEN',
      verdict: 'FAILED',
      ms: 103,
      failure: { ...cardFailure('SAM_OPEN_REFUSED', 'SAM OPEN', 'SW 6982') },
    },
    ...(['SAM_UID', 'SAM_RESET', 'SAM_LINK'] as const).map((step) => ({
      step,
      verdict: 'SKIPPED' as const,
      ms: 0,
    })),
    ...passed(['CARD_FOUND', 'CARD_READ', 'CARD_LINK']),
    { step: 'CARD_WITH_SAM', verdict: 'SKIPPED', ms: 0 },
  ],
};

const empty: ChannelOutputs['custody.view'] = {
  agreements: [],
  lines: [],
  cards: [],
  readers: [],
  handovers: [],
};

export const deviceCases: readonly Case[] = [
  device('97-uji-perangkat', null),
  device('97-uji-perangkat-kartu', waiting),
  device('97-uji-perangkat-lulus', view),
  device('97-uji-perangkat-sam-menolak', refused),
  device('97-uji-perangkat-200-persen', refused, { zoom: 2 }),
  device('97-uji-perangkat-open-lagi', refused, { press: ['u'] }),
];

function device(name: string, shown: DeviceTestView | null, more: Partial<Case> = {}): Case {
  const answers: Partial<ChannelOutputs> = { 'deviceTest.view': shown, 'custody.view': empty };
  return { name, page: 'home', home: asOfficer, hash: '#perangkat/uji', answers, ...more };
}
