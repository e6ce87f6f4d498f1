/** What every part of the people room stands on: the tables, the log, the day, and the small questions all of them ask. */
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import type { AuditContext, AuditEvent, AuditLog } from '../audit/index.ts';
import { type Day, localDay } from '../calendar/index.ts';
import { type Acting, appFailure, type Role, roles } from '../contract/index.ts';
import type { Clock, Reader, Store, Writer } from '../store/index.ts';
import type { PeoplePorts } from './ports.ts';
import { type AccountRow, type AppointmentRow, type PersonTableRow, peopleTables } from './tables.ts';

/** Somebody lost access under an agreement. */
export interface Revoked {
  readonly personId: string;
  readonly agreementId: string;
}

export type Base = ReturnType<typeof baseOf>;

export function baseOf(store: Store, audit: AuditLog, clock: Clock, ports: PeoplePorts) {
  const tables = peopleTables(store);
  const revokedListeners = new Set<(revoked: Revoked) => void>();
  const changedListeners = new Set<() => void>();

  function appointmentsOf(reader: Reader, personId: string): readonly AppointmentRow[] {
    return tables.appointments.select(
      reader,
      'WHERE person_id = ? AND ended_at IS NULL ORDER BY appointed_at',
      personId,
    );
  }

  return {
    store,
    clock,
    ports,
    tables,

    today: (): Day => localDay(clock.now(), ports.zone()),
    system: (): Acting => ({ personId: 'SYSTEM', roles: [], counter: ports.counter() }),

    /** Writes the entry that belongs to a change, and gives the change's own answer when it is written. */
    note<T>(
      acting: Acting,
      event: AuditEvent,
      answer: T,
      about?: Pick<AuditContext, 'agreementId'>,
    ): Result<T> {
      const noted = audit.append({ actor: acting.personId, counter: acting.counter, ...about }, event);
      return noted.ok ? ok(answer) : noted;
    },

    person: (reader: Reader, personId: string): PersonTableRow | undefined =>
      tables.persons.find(reader, personId),
    /** The account, unless it is closed. */
    account(reader: Reader, personId: string): AccountRow | undefined {
      const account = tables.accounts.find(reader, personId);
      return account?.closed_at === null ? account : undefined;
    },
    appointmentsOf,
    /** Who holds the role now; of head and manager there is one at most. */
    holders: (reader: Reader, role: AppointmentRow['role']): readonly AppointmentRow[] =>
      tables.appointments.select(reader, 'WHERE role = ? AND ended_at IS NULL ORDER BY appointed_at', role),
    /** The offices held, and OPERATOR while active under some agreement. */
    rolesOf(reader: Reader, personId: string): readonly Role[] {
      const held = new Set<Role>(appointmentsOf(reader, personId).map(({ role }) => role));
      const active = "WHERE person_id = ? AND status = 'ACTIVE' LIMIT 1";
      if (tables.operators.select(reader, active, personId).length > 0) held.add('OPERATOR');
      return roles.filter((role) => held.has(role));
    },

    /** Tells of a change once it is durable. */
    tell(writer: Writer): void {
      writer.afterCommit(() => {
        for (const listener of changedListeners) listener();
      });
    },
    tellRevoked(writer: Writer, revoked: Revoked): void {
      writer.afterCommit(() => {
        for (const listener of revokedListeners) listener(revoked);
      });
    },
    onChanged: (listener: () => void) => listen(changedListeners, listener),
    onRevoked: (listener: (revoked: Revoked) => void) => listen(revokedListeners, listener),
  };
}

function listen<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The act has no place in the present state. */
export function outOfOrder(why: string): Result<never> {
  return failed(appFailure('STEP_ORDER', 'people', why));
}

/** Nothing is recorded before it has happened. */
export function ahead(day: Day, today: Day): Failure | undefined {
  return day > today ? appFailure('DATE_AHEAD', 'people', undefined, { tanggal: day }) : undefined;
}
