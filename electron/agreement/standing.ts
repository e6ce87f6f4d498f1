/**
 * Whether something may be done under an agreement at this instant. Pure, and computed from the clock: midnight does not wait
 * for anybody to notice it.
 */
import type { Failure } from '../../native/failure.ts';
import { dayInText, startOfDay } from '../calendar/index.ts';
import { type AgreementStatus, appFailure, endedStatuses, inForce } from '../contract/index.ts';
import type { AgreementUse } from './agreements-port.ts';
import { accessUntil, hardStop, undisturbed } from './dates.ts';
import type { Known } from './register.ts';

/** An agreement with the instants at which its standing changes, computed once. */
export interface Standing extends Known {
  readonly startsAt: number;
  readonly stopsAt: number;
  /** From here on a bridge letter is all that access rests on. */
  readonly bridgeFrom: number;
  readonly suspendsAt: number;
}

export function standingOf(known: Known): Standing {
  const { row, profile } = known;
  return {
    ...known,
    startsAt: startOfDay(profile.signedOn, profile.timeZone),
    stopsAt: hardStop(profile, row),
    bridgeFrom: hardStop(profile, undisturbed),
    suspendsAt: suspension(known),
  };
}

function suspension({ row, profile }: Known): number {
  if (row.status === 'SUSPENDED') return Number.NEGATIVE_INFINITY;
  return row.suspend_on === null ? Number.POSITIVE_INFINITY : startOfDay(row.suspend_on, profile.timeZone);
}

/**
 * @param now as the clock has it
 * @param latest the latest instant ever seen: a clock that is set back gives nothing back
 */
export function unfitness(
  standing: Standing,
  use: AgreementUse,
  now: number,
  latest: number,
  applicationVersion: string,
): Failure | undefined {
  const { row, profile } = standing;
  if (profile.kind !== 'DUKCAPIL_ACCESS') return appFailure('COUNTER_NOT_IN_SCOPE', 'agreement');
  if (hasEnded(standing, latest)) return whyEnded(standing);
  if (!isUnderWay(row.status) || now < standing.startsAt) {
    return appFailure('AGREEMENT_NOT_IN_FORCE', 'agreement', row.status);
  }
  if (latest >= standing.suspendsAt) return whySuspended(standing);
  return bridgeRefuses(standing, use, latest) ?? webServiceRefuses(standing, use, applicationVersion);
}

export function hasEnded({ row, stopsAt }: Standing, now: number): boolean {
  return endedStatuses.has(row.status) || (row.status !== 'DRAFT' && now >= stopsAt);
}

/** Activated and not over: in force, or suspended. */
export function isUnderWay(status: AgreementStatus): boolean {
  return inForce.has(status) || status === 'SUSPENDED';
}

export function whyEnded({ row, profile }: Standing): Failure {
  const { end_cause: cause, end_letter: nomor, end_letter_on: letterOn } = row;
  if (cause === 'REVOKED') {
    const words = { nomor: nomor ?? '', tanggal: letterOn === null ? '' : dayInText(letterOn) };
    return appFailure('ACCESS_REVOKED', 'agreement', undefined, words);
  }
  const lastDay = dayInText(accessUntil(profile, row));
  // Somebody waits for Dukcapil: they are told what would bring access back, not only that it is over.
  if ((row.ended_from ?? row.status) === 'EXTENSION_REQUESTED' && cause === null) {
    return appFailure('EXTENSION_PENDING_NO_ACCESS', 'agreement', undefined, { tanggalAkhir: lastDay });
  }
  return appFailure('AGREEMENT_ENDED', 'agreement', undefined, { tanggal: lastDay });
}

function whySuspended({ row }: Standing): Failure {
  const cause = row.suspend_cause ?? undefined;
  return cause === 'INSTITUTION_CHANGE'
    ? appFailure('INSTITUTION_CHANGED', 'agreement')
    : appFailure('AGREEMENT_SUSPENDED', 'agreement', cause);
}

/** a bridge is for the portal; the SAM works on only where the letter names it. */
function bridgeRefuses({ row, bridgeFrom }: Standing, use: AgreementUse, now: number): Failure | undefined {
  if (now < bridgeFrom || use.kind === 'SERVE') return undefined;
  const isGranted = use.kind === 'INQUIRE' ? use.method === 'PORTAL' : row.bridge_sam === 1;
  return isGranted ? undefined : appFailure('METHOD_NOT_GRANTED', 'agreement', 'bridge period');
}

/** a program that calls the gateway has passed its Proof of Concept, in this major version. */
function webServiceRefuses(
  { profile }: Standing,
  use: AgreementUse,
  applicationVersion: string,
): Failure | undefined {
  const isProgram = use.kind === 'INQUIRE' && use.method !== 'PORTAL';
  if (!isProgram || !profile.accessMethods.includes('WEB_SERVICE')) return undefined;
  const { webServiceGrant } = profile;
  if (webServiceGrant === undefined) return appFailure('POC_REQUIRED', 'agreement');
  const passed = webServiceGrant.applicationVersion;
  return passed === undefined || majorOf(passed) === majorOf(applicationVersion)
    ? undefined
    : appFailure('REPOC_REQUIRED', 'agreement', `${passed} passed, ${applicationVersion} runs`);
}

function majorOf(version: string): string {
  return version.trim().replace(/^v/i, '').split('.')[0] ?? '';
}
