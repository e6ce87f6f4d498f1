/** Name and sign of this counter, as IT staff set them; they stand in every registration number and every audit entry. */
import type { Result } from '../../native/failure.ts';
import type { StateTable } from '../store/index.ts';

export interface CounterIdentity {
  /** As it is called, e.g. `Loket 1`, and its short sign, e.g. `L1`. */
  readonly name: string;
  readonly sign: string;
  /** IT staff gave it a name. */
  readonly named: boolean;
  rename(name: string, sign: string): Result<void>;
}

const nameKey = 'counter.name';
const signKey = 'counter.sign';
const usual = { name: 'Loket 1', sign: 'L1' } as const;

export function counterIdentity(state: StateTable): CounterIdentity {
  const read = (key: string): string | undefined => {
    const stored = state.get(key);
    return stored.ok ? stored.value : undefined;
  };
  let name = read(nameKey);
  let sign = read(signKey);
  return {
    get name() {
      return name ?? usual.name;
    },
    get sign() {
      return sign ?? usual.sign;
    },
    get named() {
      return name !== undefined;
    },
    rename(newName, newSign) {
      const written = state.set(nameKey, newName);
      if (!written.ok) return written;
      const signed = state.set(signKey, newSign);
      if (signed.ok) [name, sign] = [newName, newSign];
      return signed;
    },
  };
}
