/**
 * Values that must not leak by accident. A {@link Sensitive} shows nothing when it is printed, logged, inspected or
 * serialised; it is opened only by the named call {@link reveal}, which is easy to find in review.
 *
 * Provenance is a type: what the card gave is `FromCard`, what the gateway gave is `FromGateway` and no function
 * turns the one into the other.
 */

const HIDDEN = '‹hidden›';

declare const provenance: unique symbol;

export type Provenance = 'DECLARED' | 'CARD' | 'PORTAL' | 'DERIVED';

export class Sensitive<T, P extends Provenance = Provenance> {
  readonly #value: T;
  declare readonly [provenance]: P;

  constructor(value: T) {
    this.#value = value;
  }

  /** The one way in. Call it where the value is used, as late as possible. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  get [Symbol.toStringTag](): string {
    return 'Sensitive';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}

export type Declared<T> = Sensitive<T, 'DECLARED'>;
export type FromCard<T> = Sensitive<T, 'CARD'>;
export type FromGateway<T> = Sensitive<T, 'PORTAL'>;
/** Category-level results, e.g. of a comparison; the only provenance besides declared and card values that may be kept. @public */
export type Derived<T> = Sensitive<T, 'DERIVED'>;

export function declared<T>(value: T): Declared<T> {
  return new Sensitive<T, 'DECLARED'>(value);
}

export function fromCard<T>(value: T): FromCard<T> {
  return new Sensitive<T, 'CARD'>(value);
}

export function fromGateway<T>(value: T): FromGateway<T> {
  return new Sensitive<T, 'PORTAL'>(value);
}
