/** The door of the store. The one folder that touches the database package. */

export { type KeyOptions, keyKinds, openKeys, recoverKeys } from './keys/key-file.ts';
export { forgetKeyRing, type KeyRing, newSigningPair } from './keys/key-ring.ts';
export { recoveryPair, recoveryText } from './keys/recovery-text.ts';
export { type KeyWrapper, passphraseWrapper, trainingWrapper } from './keys/wrappers.ts';
export { type OpenStore, openStore, type StoreOptions, setAside } from './open-store.ts';
export type {
  Clock,
  Reader,
  ReadStore,
  RowSeal,
  SqlRow,
  SqlValue,
  Store,
  StoreFailure,
  Writer,
} from './port.ts';
export { systemClock } from './port.ts';
export { type ColumnKinds, type DamagedRow, type SealedTable, sealedTable, textFrom } from './row-seal.ts';
export { type StateTable, stateTable } from './state-table.ts';
