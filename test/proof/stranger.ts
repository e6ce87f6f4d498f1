/**
 * A random resident with a name that stands nowhere else: the sample cards of practice mode are part of the program, and a resident who
 * happened to be called like one of them would be found for ever.
 */
import { type Resident, randomResident } from '../../simulator/index.ts';

export function stranger(seed: number): Resident {
  const resident = randomResident(seed);
  const letters = [...String(seed)].map((digit) => 'BKDGLMNRTZ'[Number(digit)]).join('');
  return { ...resident, name: `${resident.name} ${letters}` };
}
