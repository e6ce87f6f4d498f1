/** What the other rooms ask about people: who answers for the access, who is ready, who may ask now. */
import type { Failure, Result } from '../../native/failure.ts';
import type { Day } from '../calendar/index.ts';
import { appFailure } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import type { Base } from './base.ts';
import type { operators } from './operators.ts';
import type { papers, SptjmFact } from './papers.ts';
import type { OperatorRow } from './tables.ts';

export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly position: string;
  readonly rank: string;
  readonly employmentNo: string;
  /** `Plt.`: goes before the title on papers. */
  readonly acting: boolean;
  readonly from: Day;
}

export interface ReadyOperator {
  readonly operatorId: string;
  readonly personId: string;
  readonly name: string;
}

export interface PeopleFacts {
  responsible(): Result<Holder | undefined>;
  manager(): Result<Holder | undefined>;
  /** Approved with an NDA, or active already: enough for the activation of the agreement. */
  readyOperators(agreementId: string): Result<readonly ReadyOperator[]>;
  unrevokedOperators(agreementId: string): Result<number>;
  sptjm(agreementId: string): Result<SptjmFact | undefined>;
  /** The id itself for somebody unknown, such as SYSTEM. */
  nameOf(personId: string): string;
  /** Why this person may not ask under this agreement. Every permit asks. */
  unfit(agreementId: string, personId: string): Failure | undefined;
  /** A changed User ID needs a BAST that is younger than the connection in use. */
  userIdMayChange(agreementId: string, installedAt: number): Failure | undefined;
}

export function peopleFacts(
  base: Base,
  staff: ReturnType<typeof operators>,
  papersOf: ReturnType<typeof papers>,
): PeopleFacts {
  const { store } = base;

  function holder(role: 'ACCESS_RESPONSIBLE' | 'ACCESS_MANAGER'): Result<Holder | undefined> {
    return store.read((reader) => {
      const row = base.holders(reader, role)[0];
      const person = row && base.person(reader, row.person_id);
      if (row === undefined || person === undefined) return undefined;
      return {
        personId: person.person_id,
        name: person.name,
        position: person.position,
        rank: person.rank,
        employmentNo: person.employment_no,
        acting: row.acting === 1,
        from: row.from_day,
      };
    });
  }

  function unfitNow(reader: Reader, agreementId: string, personId: string): Failure | undefined {
    const operator = staff.latest(reader, agreementId, personId);
    if (operator === undefined) return appFailure('OPERATOR_NOT_FIT', 'people', 'no operator');
    const failure = unfitStatus(operator, () => base.person(reader, personId)?.name ?? '');
    if (failure !== undefined) return failure;
    return base.account(reader, personId) === undefined
      ? appFailure('OPERATOR_NOT_FIT', 'people', 'no account')
      : undefined;
  }

  return {
    responsible: () => holder('ACCESS_RESPONSIBLE'),
    manager: () => holder('ACCESS_MANAGER'),

    readyOperators: (agreementId) =>
      store.read((reader) =>
        staff
          .unfinishedOf(reader, agreementId)
          .filter(({ status }) => status === 'APPROVED' || status === 'ACTIVE')
          .map(({ operator_id: operatorId, person_id: personId }) => ({
            operatorId,
            personId,
            name: base.person(reader, personId)?.name ?? personId,
          })),
      ),
    unrevokedOperators: (agreementId) =>
      store.read((reader) => staff.unfinishedOf(reader, agreementId).length),
    sptjm: (agreementId) => store.read((reader) => papersOf.sptjm(reader, agreementId)),

    nameOf(personId) {
      const read = store.read((reader) => base.person(reader, personId)?.name);
      return (read.ok ? read.value : undefined) ?? personId;
    },

    unfit(agreementId, personId) {
      const read = store.read((reader) => unfitNow(reader, agreementId, personId));
      return read.ok ? read.value : read.failure;
    },

    userIdMayChange(agreementId, installedAt) {
      const read = store.read((reader) => papersOf.userIdMayChange(reader, agreementId, installedAt));
      return read.ok ? read.value : read.failure;
    },
  };
}

function unfitStatus({ status }: OperatorRow, name: () => string): Failure | undefined {
  if (status === 'ACTIVE') return undefined;
  if (status === 'REVOKED' || status === 'REJECTED') return appFailure('OPERATOR_REVOKED', 'people');
  if (status === 'PROPOSED') return appFailure('NDA_MISSING', 'people', undefined, { nama: name() });
  return appFailure('OPERATOR_NOT_FIT', 'people', status);
}
