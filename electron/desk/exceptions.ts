/**
 * The NIK that pacing held in a visit, and the one that a second person let through: for one NIK, in one visit, never
 * "for today". In memory only, as keyed traces.
 */
import type { Hold } from './pacing.ts';

export interface HeldNik {
  /** HMAC under the trace key of the day. */
  readonly nik: string;
  readonly code: Hold['code'];
  /** Who asked; somebody else must approve. */
  readonly operatorId: string;
}

export class Exceptions {
  readonly #held = new Map<string, HeldNik>();
  readonly #approved = new Map<string, string>();

  hold(visitId: string, held: HeldNik): void {
    this.#held.set(visitId, held);
  }

  held(visitId: string): HeldNik | undefined {
    return this.#held.get(visitId);
  }

  approve(visitId: string): void {
    const held = this.#held.get(visitId);
    if (held === undefined) return;
    this.#held.delete(visitId);
    this.#approved.set(visitId, held.nik);
  }

  isApproved(visitId: string, nik: string): boolean {
    return this.#approved.get(visitId) === nik;
  }

  forget(visitId: string): void {
    this.#held.delete(visitId);
    this.#approved.delete(visitId);
  }
}
