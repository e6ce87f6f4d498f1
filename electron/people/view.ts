/** The people as their page shows them, with what the signed-in person may do about each. */
import { type Acting, maySee, type PeopleView, type PersonRow } from '../contract/index.ts';
import type { Reader } from '../store/index.ts';
import type { appointments } from './appointments.ts';
import type { Base } from './base.ts';
import type { papers } from './papers.ts';
import { actsOffered, eventsOffered, generalActs } from './rights.ts';
import type { AccountRow, OperatorRow, PersonTableRow } from './tables.ts';

export interface ViewParts {
  readonly base: Base;
  readonly offices: ReturnType<typeof appointments>;
  readonly papers: ReturnType<typeof papers>;
}

export function peopleView(parts: ViewParts, reader: Reader, acting: Acting): PeopleView {
  const { base, offices, papers: papersOf } = parts;
  const untold = offices.untold(reader);
  // An operator has no business with the accounts and papers of the others.
  const all = maySee(acting.roles, 'PROPOSE_OPERATOR') || maySee(acting.roles, 'SET_UP');
  const people = base.tables.persons
    .select(reader, 'ORDER BY name, person_id')
    .filter(({ person_id }) => all || person_id === acting.personId)
    .map((person) => personRow(parts, reader, person, untold?.person_id, acting));
  const acts = generalActs(acting);
  const name = untold === undefined ? undefined : base.person(reader, untold.person_id)?.name;
  return {
    people,
    sptjm: all ? papersOf.allSptjm(reader) : [],
    userIdChanges: all ? papersOf.userIdChanges(reader).map(changeOf) : [],
    ...(untold === undefined || name === undefined || !all
      ? {}
      : { officeChange: { personId: untold.person_id, name, since: untold.from_day } }),
    mayAdd: acts.includes('ADD_PERSON'),
    acts,
  };
}

function personRow(
  { base, offices }: ViewParts,
  reader: Reader,
  person: PersonTableRow,
  untold: string | undefined,
  acting: Acting,
): PersonRow {
  const personId = person.person_id;
  const held = base.appointmentsOf(reader, personId);
  const operators = base.tables.operators.select(
    reader,
    'WHERE person_id = ? ORDER BY proposed_at DESC, rowid DESC',
    personId,
  );
  const account = base.tables.accounts.find(reader, personId);
  const lastSamOfficer = offices.isLastSamOfficer(reader, personId);
  const endable = held.some(
    ({ role }) => role !== 'ACCESS_RESPONSIBLE' && !(role === 'SAM_OFFICER' && lastSamOfficer),
  );
  return {
    personId,
    name: person.name,
    position: person.position,
    employment: person.employment,
    employmentNo: person.employment_no,
    rank: person.rank,
    roles: held.map((office) => ({
      role: office.role,
      acting: office.acting === 1,
      from: office.from_day,
      reference: office.letter_number,
    })),
    operators: operators.map((operator) => operatorOf(operator, acting)),
    ...(account === undefined ? {} : { account: accountOf(account, base.clock.now()) }),
    acts: actsOffered(
      {
        personId,
        hasAccount: account?.closed_at === null,
        endable,
        isDefinitiveHead: held.some(
          ({ role, acting: standIn }) => role === 'ACCESS_RESPONSIBLE' && standIn === 0,
        ),
        isLastSamOfficer: lastSamOfficer,
        untold: untold === personId,
        operators,
      },
      acting,
    ),
  };
}

function operatorOf(row: OperatorRow, acting: Acting): PersonRow['operators'][number] {
  return {
    operatorId: row.operator_id,
    agreementId: row.agreement_id,
    status: row.status,
    since: row.changed_at,
    reference: row.letter_number,
    reason: row.reason,
    events: eventsOffered(row, acting),
  };
}

function accountOf(row: AccountRow, now: number): NonNullable<PersonRow['account']> {
  const { login, last_sign_in_at: lastSignInAt } = row;
  if (row.closed_at !== null) return { login, state: 'CLOSED', lastSignInAt };
  if ((row.locked_until ?? 0) > now) return { login, state: 'LOCKED', lastSignInAt };
  return { login, state: row.new_password_due === 1 ? 'NEW_PASSWORD_DUE' : 'ACTIVE', lastSignInAt };
}

function changeOf(
  row: ReturnType<ReturnType<typeof papers>['userIdChanges']>[number],
): PeopleView['userIdChanges'][number] {
  return {
    changeId: row.change_id,
    agreementId: row.agreement_id,
    cause: row.cause,
    reference: row.letter_number,
    bast: row.bast_number,
    openedAt: row.opened_at,
  };
}
