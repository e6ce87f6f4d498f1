/** The simulator's own cryptography: ICAO 9303-11 and the laboratory's invented secrets. */
export { deriveKeyPair, type KeyLength, sha1, sha256 } from './keys.ts';
export {
  type CardKeys,
  cardKeys,
  type InstitutionSecrets,
  institutionSecrets,
  issuerSign,
  issuerVerify,
  openArgument,
} from './lab.ts';
export { agree, CRYPTOGRAM, type SessionSecrets, seal, unseal } from './mutual.ts';
export { type PlainCommand, SecureChannel } from './secure-messaging.ts';
export { BLOCK, decryptCbc, encryptCbc, pad, retailMac, type TdesKey } from './tdes.ts';
