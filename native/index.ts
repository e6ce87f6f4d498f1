/** The door of the world of cards. */
export { nameStatusWord, parseHex, redactCommand, redactResponse, toHex } from './apdu/index.ts';
export {
  type Failure,
  type FailureCatalogue,
  type FailureEntry,
  failed,
  failureFactory,
  type Link,
  type LocalText,
  ok,
  type Result,
  type Retry,
} from './failure.ts';
export { type CardFailure, type CardFailureCode, cardFailure, cardFailures } from './failure-catalogue.ts';
export * from './ktpel/index.ts';
export * from './pcsc/index.ts';
export * from './roles/index.ts';
export * from './sam/index.ts';
export {
  type Declared,
  type Derived,
  declared,
  type FromCard,
  type FromGateway,
  fromCard,
  fromGateway,
  type Provenance,
  Sensitive,
} from './sensitive.ts';
