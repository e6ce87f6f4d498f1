/**
 * The one durable transaction of a visit: its facts, the data balikan it owes, the consent, what is kept, and
 * the audit entries of all that. It holds together or not at all, and asking twice has the effect of asking once.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditLog } from '../audit/index.ts';
import type { KeptRecords } from '../consent/index.ts';
import { appFailure, type ServiceFact } from '../contract/index.ts';
import type { Outbox } from '../outbox/index.ts';
import { fromBase64 } from '../sealing/index.ts';
import type { Clock, Store, StoreFailure } from '../store/index.ts';
import { newVisitRow, visitRows } from './visit-ledger.ts';

/** What main adds to the fact from its own knowledge. */
export interface ServiceContext {
  readonly operatorId: string;
  readonly counter: string;
  /** `YYYY-MM-DD` in the agreement's zone. */
  readonly day: string;
  readonly timeZone: string;
  /** The agreement's purpose, as it was told to the resident. */
  readonly purpose: string;
  /** The profile demands data balikan of every service. */
  readonly balikanRequired: boolean;
}

export interface ServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly outbox: Outbox;
  readonly kept: KeptRecords;
}

export type RecordService = (fact: ServiceFact, context: ServiceContext) => Result<unknown, StoreFailure>;

/**
 * Fails with STEP_ORDER when the visit was recorded with other facts or owes data balikan that is missing; with
 * STORE_NOT_ALLOWED_YET when it would keep without a positive answer and a consent; with CONSENT_EVIDENCE_REQUIRED or
 * RETENTION_REQUIRED; or as the disk does, and may then be asked again.
 */
export function serviceRecorder(ports: ServicePorts): RecordService {
  const { store, clock, audit, outbox, kept } = ports;
  const visits = visitRows(store);

  return (fact, context) =>
    store.transaction((writer): Result<unknown, StoreFailure> => {
      const known = visits.find(writer, fact.visitId);
      if (known !== undefined && known.recorded_at !== null) {
        return known.registration_no === fact.registrationNo && known.outcome === fact.outcome
          ? ok(undefined)
          : outOfOrder('recorded before, otherwise');
      }
      // A visit has a row only once its service is recorded or it is over.
      if (known !== undefined) return outOfOrder('the visit is closed');
      if (context.balikanRequired && fact.balikan === undefined) return outOfOrder('data balikan is missing');
      if (fact.kept !== undefined && !mayKeep(fact)) {
        return failed(appFailure('STORE_NOT_ALLOWED_YET', 'service'));
      }

      const { visitId, agreementId, profileVersion, serviceCode, registrationNo, outcome, verified } = fact;
      const setting = { visitId, agreementId, profileVersion, serviceCode, registrationNo, ...context };
      const note: AuditContext = {
        actor: context.operatorId,
        counter: context.counter,
        agreementId,
        profileVersion,
        visitId,
      };
      const row = newVisitRow(setting);
      visits.insert(writer, { ...row, outcome, verified: verified ? 1 : 0, recorded_at: clock.now() });
      const noted = audit.append(note, { event: 'SERVICE_RECORDED', serviceCode, outcome, verified });
      if (!noted.ok) return noted;
      if (fact.consent !== undefined) {
        const recorded = kept.record(setting, fact.consent, fact.kept, note);
        if (!recorded.ok) return recorded;
      }
      if (fact.balikan === undefined) return ok(undefined);
      const { itemId, envelope, nikHash, aidTypeCode } = fact.balikan;
      return outbox.enqueue(
        {
          itemId,
          visitId,
          agreementId,
          profileVersion,
          serviceCode,
          registrationNo,
          ...(aidTypeCode === undefined ? {} : { aidTypeCode }),
          nikHash,
          envelope: fromBase64(envelope),
        },
        note,
      );
    });
}

/** Design promise 2: a positive gateway answer and a recorded consent, or nothing stays. */
function mayKeep(fact: ServiceFact): boolean {
  const positive = fact.outcome === 'MATCH' || fact.outcome === 'FOUND';
  return fact.verified && positive && fact.consent?.decision === 'GRANTED';
}

function outOfOrder(detail: string) {
  return failed(appFailure('STEP_ORDER', 'service', detail));
}
