/** Seals and hashes for one visit with the installation's pepper. `ready()` of the sealing folder comes first. */
import { createHash, randomUUID } from 'node:crypto';
import { fromBase64, maskNik, nikHash, sealWired, zero } from '../sealing/index.ts';
import type { Sealer } from './ports.ts';

export function createSealer(pepperBase64: string): Sealer {
  const pepper = fromBase64(pepperBase64);
  return {
    seal: (publicKey, content) => {
      const plain = new TextEncoder().encode(JSON.stringify(content));
      const sealed = sealWired(publicKey, plain);
      zero(plain);
      return sealed;
    },
    nikHash: (nik) => nikHash(pepper, nik),
    maskNik,
    sha256Hex: (content) => createHash('sha256').update(content).digest('hex'),
    newId: randomUUID,
  };
}
