/**
 * The daily quota: a hit is reserved before the call leaves, counted on the agreement's own day, and survives a
 * restart. What Dukcapil says about the quota overrules our count until local midnight.
 */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
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

function narrower(whole: number | null, share: number | null): number | null {
  if (whole === null || share === null) return whole ?? share;
  return Math.min(whole, share);
}

function warningAt(used: number, limit: number | null, closed: boolean): QuotaStanding['warning'] {
  if (closed || (limit !== null && used >= limit)) return 'EXHAUSTED';
  if (limit === null) return 'NONE';
  if (used >= limit * 0.95) return 'AT_95';
  return used >= limit * 0.8 ? 'AT_80' : 'NONE';
}

/** Hits of that day with the one just taken. */
export interface QuotaUsed {
  readonly day: string;
  readonly used: number;
  readonly limit: number | null;
}

/** What people of that zone call it. */
const zoneNames: Readonly<Record<AgreementProfile['timeZone'], string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

type QuotaPorts = Pick<DeskPorts, 'quota' | 'lease'>;

export function quotaStanding(
  ports: QuotaPorts,
  agreement: AgreementProfile,
  now: number,
): Result<QuotaStanding> {
  const day = localDay(now, agreement.timeZone);
  const use = ports.quota.use(agreement.profileId, day);
  if (!use.ok) return use;
  const { closed } = use.value;
  const limit = narrower(wholeQuota.share(agreement, day), ports.lease.share(agreement, day));
  // What Dukcapil says sets the count to full, whatever it was.
  const used = closed ? Math.max(use.value.used, limit ?? 0) : use.value.used;
  return ok({ used, limit, closed, warning: warningAt(used, limit, closed) });
}

/** Takes one hit of the day, or fails with `QUOTA_EXHAUSTED_LOCAL`. */
export function reserveHit(ports: QuotaPorts, agreement: AgreementProfile, now: number): Result<QuotaUsed> {
  const day = localDay(now, agreement.timeZone);
  const standing = quotaStanding(ports, agreement, now);
  if (!standing.ok) return standing;
  const { warning, used, limit, closed } = standing.value;
  if (warning === 'EXHAUSTED') {
    const detail = closed ? 'closed by Dukcapil' : `${used} of ${limit}`;
    const words = {
      terpakai: String(used),
      kuota: String(limit ?? used),
      zona: zoneNames[agreement.timeZone],
    };
    return failed(appFailure('QUOTA_EXHAUSTED_LOCAL', 'quota', detail, words));
  }
  const added = ports.quota.add(agreement.profileId, day, 1);
  return added.ok ? ok({ day, used: used + 1, limit }) : added;
}

/** Most of the day's quota is used; `undefined` while there is plenty, and once there is nothing left. */
export function quotaWarning({ used, limit, warning }: QuotaStanding): Failure | undefined {
  if (limit === null || (warning !== 'AT_80' && warning !== 'AT_95')) return undefined;
  return appFailure('QUOTA_WARNING', 'quota', `${used} of ${limit}`, {
    sisa: String(limit - used),
    kuota: String(limit),
  });
}
