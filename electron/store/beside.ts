/**
 * The small files beside the database: `.check` tells a wrong key from a damaged file and a file that stands where it stood from a copy,
 * `.pid` names who has it open.
 */
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeDurably } from './files.ts';

export function checkPath(path: string): string {
  return `${path}.check`;
}

export function pidPath(path: string): string {
  return `${path}.pid`;
}

/** To be called once the file has proved to be whole. */
export function noteBeside(path: string, key: Uint8Array): void {
  if (!isKeyOf(path, key) || !isWhereItWas(path)) {
    writeDurably(checkPath(path), `${keyCheck(key)}\n${numberOf(path)}\n`);
  }
  writeDurably(pidPath(path), String(process.pid));
}

export function isKeyOf(path: string, key: Uint8Array): boolean {
  return linesBeside(path)[0] === keyCheck(key);
}

/** It has been opened at this place before: nobody has copied it meanwhile, over a cable or by way of a stick that forgets. */
export function isWhereItWas(path: string): boolean {
  return linesBeside(path)[1] === numberOf(path);
}

export function holderOf(path: string): string | undefined {
  const file = pidPath(path);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^\d{1,10}$/.test(text) ? text : undefined;
}

function linesBeside(path: string): readonly string[] {
  const file = checkPath(path);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** Not secret: HMAC-SHA-256 of a fixed text under the database key, hex. */
function keyCheck(key: Uint8Array): string {
  return createHmac('sha256', key).update('Ketuk key check v1').digest('hex');
}

/** By which its disk knows the file; a copy has another. */
function numberOf(path: string): string {
  return String(statSync(path, { bigint: true }).ino);
}
