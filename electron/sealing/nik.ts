/** The two forms in which a NIK may stay when the visit is over: a keyed hash and a masked number. */
import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA-256 of the NIK's 16 ASCII digits under the installation's pepper (32 bytes), 64 lower-case hex digits. A NIK has
 * so few unknown digits that an unkeyed hash would be as good as the number itself.
 */
export function nikHash(pepper: Uint8Array, nik: string): string {
  return createHmac('sha256', pepper).update(nik, 'ascii').digest('hex');
}

/** `400101******0001`: region and serial stay, the birth date goes. Anything but 16 digits is hidden wholly. */
export function maskNik(nik: string): string {
  return /^\d{16}$/.test(nik) ? `${nik.slice(0, 6)}******${nik.slice(12)}` : '*'.repeat(16);
}
