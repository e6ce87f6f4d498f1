/** What the parts of this room share. */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { localDay } from '../calendar/index.ts';
import type { Writer } from '../store/index.ts';
import type { ActDone } from './agreements-port.ts';
import type { Journal } from './journal.ts';
import type { AgreementPorts } from './ports.ts';
import type { Known, Register } from './register.ts';

export interface Room {
  readonly register: Register;
  readonly journal: Journal;
  readonly ports: AgreementPorts;
  /** Never earlier than what a permit or a tick has seen: a clock set back gives no access back. */
  now(): number;
  chosen(): Result<string | undefined>;
  choose(agreementId: string): Result<unknown>;
}

/** What a single act works with. */
export interface Scene {
  readonly room: Room;
  readonly writer: Writer;
  readonly known: Known;
  /** In the agreement's zone. */
  readonly today: string;
}

export function sceneOf(room: Room, writer: Writer, known: Known): Scene {
  return { room, writer, known, today: localDay(room.now(), known.profile.timeZone) };
}

/** The answer of an act, once everything that has to be written was. */
export function done(scene: Scene, ...written: readonly Result<unknown>[]): Result<ActDone> {
  for (const part of written) if (!part.ok) return part;
  return ok({ agreementId: scene.known.row.agreement_id });
}

export function refused(failure: Failure): Result<never> {
  return failed(failure);
}

/** Runs the steps in order, until one fails. */
export function inOrder(...steps: readonly (() => Result<unknown>)[]): Result<unknown> {
  for (const step of steps) {
    const result = step();
    if (!result.ok) return result;
  }
  return ok(undefined);
}
