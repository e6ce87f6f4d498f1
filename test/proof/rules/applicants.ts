/** Who comes to the counter in a walk, and by which texts each can be recognised wherever they must not be. */
import type { SimulatedGateway } from '../../../simulator/gateway/index.ts';
import { type Resident, randomResident, SAMPLE_IDS, sampleResident } from '../../../simulator/index.ts';
import { knownToGateway } from '../../support/world.ts';

/** Written by Dukcapil only: it may be compared on the screen, and may be nowhere else. */
const onlyDukcapil = 'NAMA MENURUT DUKCAPIL';
/** Stands beside a child; sealed with what is kept, and nowhere else. */
export const companion = { name: 'PENDAMPING CONTOHAN', relation: 'ibu' } as const;

const child: Resident = { ...randomResident(7), nik: '4001010106150007', birthDate: '2015-06-01' };
const unknown = randomResident(4);
const renamed = randomResident(2);

/** The samples with their notices, one as on the card, one renamed, a child, and one whom Dukcapil does not know. */
export const applicants: readonly Resident[] = [
  ...SAMPLE_IDS.map((id) => sampleResident(id)),
  randomResident(1),
  renamed,
  child,
  unknown,
];

export function registerApplicants(gateway: SimulatedGateway): void {
  const samples = new Set<string>(SAMPLE_IDS);
  for (const resident of applicants) {
    if (resident === unknown || samples.has(resident.id)) continue;
    knownToGateway(gateway, resident === renamed ? { ...resident, name: onlyDukcapil } : resident);
  }
}

const [first] = applicants;
const base = first?.nik ?? '';

/** What may be typed: true numbers, neighbours, equal steps, patterns, and what is no NIK at all. */
export const typedNiks: readonly string[] = [
  ...applicants.map(({ nik }) => nik),
  ...['0002', '0003', '0005', '0009', '0017', '0025'].map((serial) => `${base.slice(0, 12)}${serial}`),
  '4001015303880001',
  '4001015403880001',
  '4001011203880031',
  '4040404040404040',
  '4001010101010101',
  '123',
  '40010152038800O1',
  '4001013202960001',
];

export type Origin = 'CARD' | 'GATEWAY' | 'DECLARED';
export interface Token {
  readonly text: string;
  /** NIK of the person it is about. */
  readonly nik: string;
  readonly origin: Origin;
}

/** Every text by which somebody could be recognised. */
export const tokens: readonly Token[] = [
  ...applicants.flatMap(({ nik, name, address }): Token[] => [
    { text: name, nik, origin: 'CARD' },
    { text: address, nik, origin: 'CARD' },
  ]),
  { text: onlyDukcapil, nik: renamed.nik, origin: 'GATEWAY' },
  { text: 'JL. UMPAMA NO. 22', nik: applicants[1]?.nik ?? '', origin: 'GATEWAY' },
  { text: companion.name, nik: child.nik, origin: 'DECLARED' },
  ...[...new Set(typedNiks)]
    .filter((nik) => /^\d{16}$/.test(nik))
    .map((nik): Token => ({ text: nik, nik, origin: 'CARD' })),
];

const anyToken = new RegExp(
  [...new Set(tokens.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))]
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** The texts of residents that stand in there. */
export function residentTextsIn(text: string): string[] {
  return [...new Set(text.match(anyToken) ?? [])];
}
