/** Whom and what an act is about, and how each act begins. */
import type { AgreementRow, OperatorEvent, PeopleAct, PersonRow } from '../../../electron/contract/index.ts';
import type { Draft } from '../parts/index.ts';

export type ActName = PeopleAct['act'];

/** An act somebody wants to do now. */
export interface Wanted {
  readonly act: ActName;
  readonly person?: PersonRow;
  readonly operatorId?: string;
  readonly changeId?: string;
}

/** The act by which somebody brings an event of an operator about. */
export const actOf: Readonly<Record<OperatorEvent, ActName>> = {
  SIGN_NDA: 'RECORD_NDA',
  APPROVE: 'APPROVE_OPERATOR',
  REJECT: 'REJECT_OPERATOR',
  ACTIVATE: 'ACTIVATE_OPERATOR',
  SUSPEND: 'SUSPEND_OPERATOR',
  RESUME: 'RESUME_OPERATOR',
  REVOKE: 'REVOKE_OPERATOR',
};

const letter = { number: '', date: '' };
const reason = { reason: '' };

/** What a form of the act holds before anything is filled in. */
const blanks: Readonly<Record<ActName, Draft>> = {
  ADD_PERSON: { name: '', position: '', employment: '', employmentNo: '', rank: '' },
  APPOINT: { role: '', letter, from: '' },
  RECORD_HEAD: { letter, from: '', acting: false },
  END_ROLE: { role: '', ...reason },
  GIVE_ACCOUNT: { login: '' },
  RESET_PASSWORD: {},
  CLOSE_ACCOUNT: reason,
  PROPOSE_OPERATOR: { agreementId: '', letter },
  RECORD_NDA: { scanId: '', signedOn: '', stamped: false },
  APPROVE_OPERATOR: { dukcapilLetter: letter },
  REJECT_OPERATOR: reason,
  ACTIVATE_OPERATOR: { trainingNote: '' },
  SUSPEND_OPERATOR: reason,
  RESUME_OPERATOR: {},
  REVOKE_OPERATOR: reason,
  RECORD_SPTJM: { agreementId: '', scanId: '', signedOn: '', stamped: false, agreementNumber: '' },
  OPEN_USER_ID_CHANGE: { agreementId: '', cause: '', letter, form: letter },
  RECORD_USER_ID_BAST: { letter },
  SETTLE_OFFICE_CHANGE: { letter },
};

/** `Simula Ningsih, S.Contoh` → `simula.ningsih`. */
export function loginFor(name: string): string {
  const [plain = ''] = name.toLowerCase().split(',');
  const words = plain
    .replaceAll(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean);
  return words.slice(0, 2).join('.').slice(0, 32);
}

/** The draft of an act: about whom it is, and what can be known without asking. */
export function draftOf(wanted: Wanted, agreements: readonly AgreementRow[]): Draft {
  const { act, person, operatorId, changeId } = wanted;
  const only = agreements.length === 1 ? agreements[0]?.agreementId : undefined;
  const known: Draft = {
    ...(act === 'GIVE_ACCOUNT' && person !== undefined
      ? { login: person.account?.login ?? loginFor(person.name) }
      : {}),
    ...('agreementId' in blanks[act] && only !== undefined ? { agreementId: only } : {}),
    ...(act === 'END_ROLE' && person?.roles.length === 1 ? { role: person.roles[0]?.role } : {}),
  };
  return {
    act,
    ...(person === undefined || operatorId !== undefined ? {} : { personId: person.personId }),
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(changeId === undefined ? {} : { changeId }),
    ...blanks[act],
    ...known,
  };
}

/** Acts one rarely undoes: their buttons do not stand first. */
export const grave: ReadonlySet<ActName> = new Set([
  'END_ROLE',
  'CLOSE_ACCOUNT',
  'REJECT_OPERATOR',
  'SUSPEND_OPERATOR',
  'REVOKE_OPERATOR',
]);
