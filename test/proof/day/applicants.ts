/** Who comes to the counter that day: strangers, and now and then one of the sample residents whose record is not as it should be. */
import { type Resident, type SampleId, sampleResident } from '../../../simulator/index.ts';
import { unknownNik } from '../../support/portal.ts';
import { diceOf } from '../dice.ts';
import { stranger } from '../stranger.ts';
import type { Visit } from './plan.ts';

const toBePutRight: readonly [SampleId, ...SampleId[]] = ['R3', 'R4', 'R5'];

export function applicantOf({ ending, seed, no }: Visit): Resident {
  const dice = diceOf(seed);
  if (ending === 'record to be put right') return sampleResident(dice.pick(toBePutRight));
  if (ending === 'moved away' && dice.chance(0.5)) return sampleResident('R2');
  if (ending === 'consent refused' && dice.chance(0.15)) return sampleResident('R1');
  const one = stranger(seed);
  // The sample region is refused where it is typed outside practice. Each of those who type has a birthday of their own.
  return ending === 'chip unreadable' ? { ...one, nik: unknownNik(no, birthOf(no)) } : one;
}

function birthOf(no: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(1 + ((no * 7) % 28))}${two(1 + ((no * 5) % 12))}${two(50 + ((no * 11) % 50))}`;
}
