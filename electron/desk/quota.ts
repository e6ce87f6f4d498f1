/**
 * The daily quota: a hit is reserved before the call leaves, counted on the agreement's own day, and survives a
 * restart. What Dukcapil says about the quota overrules our count until local midnight.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { localDay } from '../calendar/index.ts';
import { type AgreementProfile, appFailure } from '../contract/index.ts';
import type { DeskPorts, QuotaLease } from './ports.ts';

export interface QuotaStanding {
  readonly used: number;
  /** `null`: no limit, because the PoC letter is on record or the agreement names none. */
  readonly limit: number | null;
  /** Dukcapil closed the day. */
  readonly closed: boolean;
  /** warn at 80 % and 95 %. */
  readonly warning: 'NONE' | 'AT_80' | 'AT_95' | 'EXHAUSTED';
}

/** The whole quota of the agreement is this counter's; a PoC letter lifts the limit. */
export const wholeQuota: QuotaLease = {
  share({ quota }) {
    return quota.unlimitedAfterPoc && quota.pocLetter !== null ? null : quota.dailyHits;
  },
};

function warningAt(used: number, limit: number | null, closed: boolean): QuotaStanding['warning'] {
  if (closed || (limit !== null && used >= limit)) return 'EXHAUSTED';
  if (limit === null) return 'NONE';
  if (used >= limit * 0.95) return 'AT_95';
  return used >= limit * 0.8 ? 'AT_80' : 'NONE';
}

type QuotaPorts = Pick<DeskPorts, 'quota' | 'lease'>;

export function quotaStanding(
  ports: QuotaPorts,
  agreement: AgreementProfile,
  now: number,
): Result<QuotaStanding> {
  const day = localDay(now, agreement.timeZone);
  const use = ports.quota.use(agreement.profileId, day);
  if (!use.ok) return use;
  const { used, closed } = use.value;
  const limit = ports.lease.share(agreement, day);
  return ok({ used, limit, closed, warning: warningAt(used, limit, closed) });
}

/** Takes one hit of the day, or fails with `QUOTA_EXHAUSTED_LOCAL`. Gives the day it was taken from. */
export function reserveHit(ports: QuotaPorts, agreement: AgreementProfile, now: number): Result<string> {
  const day = localDay(now, agreement.timeZone);
  const standing = quotaStanding(ports, agreement, now);
  if (!standing.ok) return standing;
  const { warning, used, limit, closed } = standing.value;
  if (warning === 'EXHAUSTED') {
    const detail = closed ? 'closed by Dukcapil' : `${used} of ${limit}`;
    return failed(appFailure('QUOTA_EXHAUSTED_LOCAL', 'quota', detail));
  }
  const added = ports.quota.add(agreement.profileId, day, 1);
  return added.ok ? ok(day) : added;
}
