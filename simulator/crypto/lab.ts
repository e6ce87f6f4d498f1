/**
 * The secrets of the laboratory. Everything here is INVENTED: no public source knows how the real keys are made (KTP-el
 * fact sheet 8), and a simulator must not know. Each secret is the hash of a label, so that anybody can recompute it and
 * nobody can mistake it for a real one.
 */
import { createECDH, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { ascii, concat, xor } from '../bytes.ts';
import { deriveKey, deriveKeyPair, type KeyLength, type KeyPair, sha256 } from './keys.ts';
import type { TdesKey } from './tdes.ts';

const LAB = 'Ketuk laboratory, not a real key: ';

function secret(...label: readonly string[]): Uint8Array {
  return sha256(ascii(LAB + label.join(' / ')));
}

/** The keys one card and the SAM agree on from the card's UID field and card control. */
export interface CardKeys extends KeyPair {
  /** Enciphers 6FF3, 6FF4 and 6FF5 inside the chip (at rest). */
  readonly atRest: TdesKey;
}

/**
 * Kseed = SHA-256(lab master | UID field (8) | card control)[0..15]; then ICAO's key derivation with counter 1 and 2, and
 * counter 3 for the files at rest. `master` names another issuer: its cards and our SAM do not understand each other.
 */
export function cardKeys(
  uidField: Uint8Array,
  control: Uint8Array,
  length: KeyLength = 16,
  master = 'card master key 1',
): CardKeys {
  const seed = sha256(secret(master), uidField, control).slice(0, 16);
  return { ...deriveKeyPair(seed, length), atRest: deriveKey(seed, 3, length) };
}

/** What an institution receives with its SAM, and what the SAM knows of itself. */
export interface InstitutionSecrets {
  readonly label: string;
  /** 16 bytes. */
  readonly pcid: Uint8Array;
  /** 32 bytes. */
  readonly conf: Uint8Array;
  /** 7 bytes. */
  readonly samUid: Uint8Array;
}

/** Deterministic from the label: the same institution always has the same SAM, another one never. */
export function institutionSecrets(label: string): InstitutionSecrets {
  return {
    label,
    pcid: secret('PCID', label).slice(0, 16),
    conf: secret('CONF', label),
    samUid: concat(Uint8Array.of(0x04), secret('SAM UID', label).slice(0, 6)),
  };
}

/** The 32 bytes OPEN takes: PCID xor each half of CONF. KTP-el fact sheet 2.3. */
export function openArgument({ pcid, conf }: InstitutionSecrets): Uint8Array {
  return concat(xor(pcid, conf.slice(0, 16)), xor(pcid, conf.slice(16, 32)));
}

function issuerKey(): KeyObject {
  const curve = createECDH('prime256v1');
  const scalar = secret('issuer signing key');
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const coordinate = (from: number): string => point.subarray(from, from + 32).toString('base64url');
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: Buffer.from(scalar).toString('base64url'),
      x: coordinate(1),
      y: coordinate(33),
    },
  });
}

const ISSUER = issuerKey();
const ISSUER_PUBLIC = createPublicKey(ISSUER);

/**
 * ECDSA P-256 with SHA-256 over the useful data of 6FF1 … 6FF5, one after the other, without their length prefixes
 * (invented; fact sheet 3.4 leaves prefixes and UID open). Signs again until the DER value has one of the two shapes seen on
 * real cards, `30 45 02 20` or `30 46 02 21` (fact sheet 4.5).
 */
export function issuerSign(covered: Uint8Array): Uint8Array {
  for (;;) {
    const value = new Uint8Array(sign('sha256', covered, ISSUER));
    const shape = Buffer.from(value.subarray(0, 4)).toString('hex');
    if ((shape === '30450220' && value.length === 71) || shape === '30460221') return value;
  }
}

export function issuerVerify(covered: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha256', covered, ISSUER_PUBLIC, signature);
}
