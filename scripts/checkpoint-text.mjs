/**
 * Reads the text of a checkpoint as it was typed or scanned off paper, for `audit-verify.mjs`. Written from the description in
 * `electron/audit/checkpoint.ts`, sharing no code with its writer.
 */
import { hash } from 'node:crypto';

/** @typedef {{ count: number, head: string, root?: string, at?: number, installation?: string, signature?: Buffer }} Checkpoint */

/** @param {string} text @returns {Checkpoint | string} what is wrong with it, where something is */
export function readCheckpoint(text) {
  const [, short, hex] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.replace(/\s/g, '')) ?? [];
  if (hex) return { count: Number(short), head: hex.toLowerCase() };
  const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const typed = letters.replace(/^KTK2/, '').replace(/O/g, '0');
  const values = [...typed.replace(/[IL]/g, '1')].map((c) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c));
  let bits = '';
  for (let group = 0; group < values.length / 5; group += 1) {
    const [a = -1, b = -1, c = -1, d = -1, check] = values.slice(group * 5, group * 5 + 5);
    const right = Math.min(a, b, c, d) >= 0 && (group + a + 3 * b + 5 * c + 7 * d) % 32 === check;
    if (!right) return `group ${group + 1} of the checkpoint is mistyped`;
    for (const value of [a, b, c, d]) bits += value.toString(2).padStart(5, '0');
  }
  const bytes = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
  const whole =
    bytes.length === 125 &&
    hash('sha256', bytes.subarray(0, 123), 'buffer').readUInt16BE() === bytes.readUInt16BE(123);
  if (!whole) return 'the checkpoint is not complete';
  const [head = '', root = '', id = ''] = [27, 43, 11].map((at) => bytes.toString('hex', at, at + 16));
  const installation = id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const [count, at] = [bytes.readUIntBE(0, 5), bytes.readUIntBE(5, 6)];
  return { count, at, installation, head, root, signature: bytes.subarray(59, 123) };
}
