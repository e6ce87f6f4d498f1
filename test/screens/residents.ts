/** The sample residents as a visit would show them: province 40 only, drawn photos, nobody real (domain 8.3). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementPart, ShownValue, ShownVerdict } from '../../electron/contract/index.ts';

interface ResidentFile {
  readonly resident: Readonly<Record<string, string>>;
  readonly drawings: { readonly photo: string };
}

const folder = join(import.meta.dirname, '../../resources/residents');

function read(id: string): ResidentFile {
  return JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as ResidentFile;
}

/** Part of the profile ← member of the sample file, in the order of the profile. */
const members: readonly (readonly [ElementPart, string])[] = [
  ['NIK', 'nik'],
  ['FULL_NAME', 'name'],
  ['SEX', 'sex'],
  ['BIRTH_PLACE', 'birthPlace'],
  ['BIRTH_DATE', 'birthDate'],
  ['MARITAL_STATUS', 'maritalStatus'],
  ['OCCUPATION', 'occupation'],
  ['ADDRESS.STREET', 'address'],
  ['ADDRESS.PROVINCE_NAME', 'province'],
  ['ADDRESS.REGENCY_NAME', 'regency'],
  ['ADDRESS.DISTRICT_NAME', 'district'],
  ['ADDRESS.VILLAGE_NAME', 'village'],
  ['ADDRESS.RT', 'rt'],
  ['ADDRESS.RW', 'rw'],
];

export interface Sample {
  readonly photo: Uint8Array;
  readonly identity: readonly ShownValue[];
}

export function sample(id: 'R1' | 'R2' | 'R3' | 'R4' | 'R5'): Sample {
  const { resident, drawings } = read(id);
  return {
    photo: new Uint8Array(Buffer.from(drawings.photo, 'base64')),
    identity: members.flatMap(([part, member]) => {
      const value = resident[member];
      if (value === undefined) return [];
      return [{ part, value: part === 'BIRTH_DATE' ? value.split('-').reverse().join('-') : value }];
    }),
  };
}

/** Every element agrees, except those named. */
export function verdicts(of: Sample, differing: readonly ElementPart[] = []): ShownVerdict[] {
  return of.identity.map(({ part }) => ({ part, verdict: differing.includes(part) ? 'BERBEDA' : 'SESUAI' }));
}
