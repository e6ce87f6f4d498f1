/** The door of sealing: pure functions that main, visit, sender and record processes share. `await ready()` comes first. */
export { fromBase64, toBase64, zero } from './bytes.ts';
export { maskNik, nikHash } from './nik.ts';
export {
  type KeyPair,
  newKeyPair,
  open,
  openWired,
  SEAL_OVERHEAD,
  seal,
  sealWired,
  toWirePair,
} from './sealed-box.ts';
export { ready, sodium } from './sodium.ts';
