/**
 * The five sample residents of the rule book (domain 8.3), as they stand in `resources/residents`: words and drawings both are
 * data there. `redraw` makes the drawings again from the description of the face and the seed.
 */
import r1 from '../../resources/residents/R1.json' with { type: 'json' };
import r2 from '../../resources/residents/R2.json' with { type: 'json' };
import r3 from '../../resources/residents/R3.json' with { type: 'json' };
import r4 from '../../resources/residents/R4.json' with { type: 'json' };
import r5 from '../../resources/residents/R5.json' with { type: 'json' };
import { drawMinutiae } from './minutiae.ts';
import { drawPortrait, type Face } from './portrait.ts';
import type { GatewayView, Resident } from './resident.ts';
import { drawSignature } from './signature.ts';

export const SAMPLE_IDS = ['R1', 'R2', 'R3', 'R4', 'R5'] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];

/** A file of `resources/residents`: a resident with its drawings in base64, and what they are drawn from. */
interface StoredResident {
  readonly id: string;
  readonly resident: Readonly<Record<string, string>>;
  readonly gateway: GatewayView;
  readonly face: Readonly<Record<string, unknown>>;
  readonly seed: number;
  readonly drawings: Drawings;
}

interface Drawings {
  readonly photo: string;
  readonly signature: string;
  readonly rightMinutiae: string;
  readonly leftMinutiae: string;
}

const STORED: Readonly<Record<SampleId, StoredResident>> = { R1: r1, R2: r2, R3: r3, R4: r4, R5: r5 };

export function isSampleId(text: string): text is SampleId {
  return Object.hasOwn(STORED, text);
}

export function sampleResident(id: SampleId): Resident {
  const stored = STORED[id];
  return {
    ...(stored.resident as unknown as Omit<Resident, 'id' | 'gateway' | keyof Drawings>),
    id: stored.id,
    gateway: stored.gateway,
    photo: decoded(stored.drawings.photo),
    signature: decoded(stored.drawings.signature),
    rightMinutiae: decoded(stored.drawings.rightMinutiae),
    leftMinutiae: decoded(stored.drawings.leftMinutiae),
  };
}

/** The stored file with fresh drawings. */
export function redrawn(id: SampleId): StoredResident {
  const { face, seed, ...rest } = STORED[id];
  const drawings = {
    photo: encoded(drawPortrait(face as unknown as Face)),
    signature: encoded(drawSignature(seed)),
    rightMinutiae: encoded(drawMinutiae(seed, 2)),
    leftMinutiae: encoded(drawMinutiae(seed, 7)),
  };
  return { ...rest, face, seed, drawings };
}

function decoded(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
