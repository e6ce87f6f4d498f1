/** For tests: opens a PDF with its password as a reader would (ISO 32000-1 extension level 3, §3.5, AES-256), and gives what is in its streams. */
import { createDecipheriv, createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';

/** Every stream in the clear; `undefined` where the password is wrong. */
export function streamsOf(pdf: Uint8Array, password: string): readonly Buffer[] | undefined {
  const text = Buffer.from(pdf).toString('latin1');
  const hex = (name: string) =>
    Buffer.from(new RegExp(`/${name} <([0-9a-f]+)>`).exec(text)?.[1] ?? '', 'hex');
  const [u, ue] = [hex('U'), hex('UE')];
  const hashed = (salt: Buffer) => createHash('sha256').update(password).update(salt).digest();
  if (!hashed(u.subarray(32, 40)).equals(u.subarray(0, 32))) return undefined;
  const key = decipher(hashed(u.subarray(40, 48)), Buffer.alloc(16), ue, false);
  return [...text.matchAll(/ obj\n((?:(?!endobj)[\s\S])*?)\nstream\r?\n/g)].map((match) => {
    const length = Number(/\/Length (\d+)/.exec(match[1] ?? '')?.[1]);
    const start = match.index + match[0].length;
    const stored = Buffer.from(text.slice(start, start + length), 'latin1');
    const plain = decipher(key, stored.subarray(0, 16), stored.subarray(16), true);
    return match[1]?.includes('FlateDecode') ? inflateSync(plain) : plain;
  });
}

function decipher(key: Buffer, iv: Buffer, content: Buffer, isPadded: boolean): Buffer {
  const aes = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(isPadded);
  return Buffer.concat([aes.update(content), aes.final()]);
}
