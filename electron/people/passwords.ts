/** Passwords of accounts: Argon2id hashes for the process that makes them, and one-time passwords that a person can copy. */
import { randomInt } from 'node:crypto';
import { ok, type Result } from '../../native/failure.ts';
import { ready, sodium } from '../sealing/index.ts';
import type { Passwords } from './ports.ts';

/** RFC 9106; as for the passphrase of the keys: half a second on an old counter PC. */
const PASSES = 3;
const MEMORY_BYTES = 64 * 1024 * 1024;

/** The same cost as a real one, over bytes that no password gives. */
const DECOY = `$argon2id$v=19$m=65536,t=3,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Takes its time and its memory in the process that calls it. */
export const slowPasswords: Passwords = {
  decoy: DECOY,
  async hash(password): Promise<Result<string>> {
    await ready();
    return ok(sodium().crypto_pwhash_str(password, PASSES, MEMORY_BYTES));
  },
  async fits(hash, password): Promise<Result<boolean>> {
    await ready();
    return ok(sodium().crypto_pwhash_str_verify(hash, password));
  },
};

/** Without letters and digits that look alike on paper: 30 signs, twelve of them are 58 bits. */
const SIGNS = '23456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 3;
const GROUP = 4;

export function oneTimePassword(): string {
  const group = () => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
