/** The desk's ports in memory: for tests, and for one visit without an installation (`npm run visit`). Nothing survives. */
import { randomUUID } from 'node:crypto';
import { ok, type Result } from '../../native/failure.ts';
import type { AuditContext } from '../audit/index.ts';
import type { Clock, DeskAuditEvent, DeskPorts, InquiryRecord, IssuedPermit } from './ports.ts';
import { wholeQuota } from './quota.ts';

export interface MemoryPorts extends DeskPorts {
  readonly audited: readonly (AuditContext & DeskAuditEvent)[];
  readonly permits: readonly IssuedPermit[];
  readonly records: readonly InquiryRecord[];
}

export function memoryPorts(clock: Clock): MemoryPorts {
  let state = new Map<string, string>();
  let quota = new Map<string, { used: number; closed: boolean }>();
  const audited: (AuditContext & DeskAuditEvent)[] = [];
  const permits: IssuedPermit[] = [];
  const records: InquiryRecord[] = [];

  function dayOf(agreementId: string, day: string) {
    const key = `${agreementId} ${day}`;
    const use = quota.get(key) ?? { used: 0, closed: false };
    quota.set(key, use);
    return use;
  }

  /** All or nothing, like the transaction that this stands for. */
  function atomically<T>(work: () => Result<T>): Result<T> {
    const before = {
      state: new Map(state),
      quota: new Map([...quota].map(([key, use]) => [key, { ...use }])),
      lengths: [audited.length, permits.length, records.length] as const,
    };
    const result = work();
    if (result.ok) return result;
    state = before.state;
    quota = before.quota;
    [audited.length, permits.length, records.length] = before.lengths;
    return result;
  }

  return {
    clock,
    audited,
    permits,
    records,
    state: {
      get: (name) => ok(state.get(name)),
      set: (name, value) => {
        if (value === undefined) state.delete(name);
        else state.set(name, value);
        return ok(undefined);
      },
    },
    quota: {
      use: (agreementId, day) => ok({ ...dayOf(agreementId, day) }),
      add: (agreementId, day, hits) => {
        const use = dayOf(agreementId, day);
        use.used = Math.max(0, use.used + hits);
        return ok(undefined);
      },
      close: (agreementId, day) => {
        dayOf(agreementId, day).closed = true;
        return ok(undefined);
      },
    },
    lease: wholeQuota,
    inquiries: {
      issued: (permit) => {
        permits.push(permit);
        return ok(undefined);
      },
      used: () => ok(undefined),
      inquired: (record) => {
        records.push(record);
        return ok(undefined);
      },
    },
    audit: {
      append: (context, event) => {
        audited.push({ ...context, ...event });
        return ok(audited.length);
      },
    },
    agreements: { unfit: () => undefined, institutionInactive: () => ok(undefined) },
    custody: { unfit: () => undefined },
    operators: { unfit: () => undefined },
    atomically,
    newId: randomUUID,
  };
}
