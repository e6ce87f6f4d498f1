/** Which right each act on people takes (domain 1.2), and which acts a person is offered for another as things are. */
import {
  type Acting,
  type Action,
  may,
  nextOperatorStatus,
  type OperatorEvent,
  type PeopleAct,
} from '../contract/index.ts';
import type { OperatorRow } from './tables.ts';

type ActName = PeopleAct['act'];

/** Any of these is enough. */
const actions: Readonly<Record<ActName, readonly Action[]>> = {
  ADD_PERSON: ['SET_UP', 'PROPOSE_OPERATOR', 'APPOINT'],
  APPOINT: ['APPOINT'],
  RECORD_HEAD: ['RECORD_NEW_HEAD'],
  END_ROLE: ['APPOINT'],
  GIVE_ACCOUNT: ['SET_UP'],
  RESET_PASSWORD: ['SET_UP'],
  CLOSE_ACCOUNT: ['SET_UP'],
  PROPOSE_OPERATOR: ['PROPOSE_OPERATOR'],
  RECORD_NDA: ['PROPOSE_OPERATOR'],
  APPROVE_OPERATOR: ['APPROVE_OPERATOR'],
  REJECT_OPERATOR: ['APPROVE_OPERATOR', 'PROPOSE_OPERATOR'],
  ACTIVATE_OPERATOR: ['PROPOSE_OPERATOR'],
  SUSPEND_OPERATOR: ['REVOKE_OPERATOR'],
  RESUME_OPERATOR: ['PROPOSE_OPERATOR'],
  REVOKE_OPERATOR: ['REVOKE_OPERATOR'],
  RECORD_SPTJM: ['DRAFT_AGREEMENT'],
  OPEN_USER_ID_CHANGE: ['PREPARE_DOCUMENTS'],
  RECORD_USER_ID_BAST: ['PREPARE_DOCUMENTS'],
  SETTLE_OFFICE_CHANGE: ['PREPARE_DOCUMENTS'],
};

const eventOf = {
  RECORD_NDA: 'SIGN_NDA',
  APPROVE_OPERATOR: 'APPROVE',
  REJECT_OPERATOR: 'REJECT',
  ACTIVATE_OPERATOR: 'ACTIVATE',
  SUSPEND_OPERATOR: 'SUSPEND',
  RESUME_OPERATOR: 'RESUME',
  REVOKE_OPERATOR: 'REVOKE',
} as const satisfies Partial<Record<ActName, OperatorEvent>>;
type OperatorActName = keyof typeof eventOf;
const operatorActs = Object.keys(eventOf) as readonly OperatorActName[];

export function mayDo(act: PeopleAct, { roles }: Acting): boolean {
  // Who may revoke may take the assignment of an operator away by whatever name.
  const wanted: readonly Action[] =
    act.act === 'END_ROLE' && act.role === 'OPERATOR' ? ['REVOKE_OPERATOR'] : actions[act.act];
  return wanted.some((action) => may(roles, action));
}

function holdsRight(act: ActName, { roles }: Acting): boolean {
  return actions[act].some((action) => may(roles, action));
}

/** What of this operator the person may bring about now. */
export function eventsOffered(operator: OperatorRow, acting: Acting): readonly OperatorEvent[] {
  return operatorActs
    .filter((act) => holdsRight(act, acting) && !isOwnDecision(act, operator, acting))
    .map((act) => eventOf[act])
    .filter((event) => nextOperatorStatus(operator.status, event) !== undefined);
}

/** Nobody approves what they proposed or are, and nobody lets themselves in again. */
function isOwnDecision(act: OperatorActName, operator: OperatorRow, { personId }: Acting): boolean {
  const own = operator.person_id === personId;
  if (act === 'RESUME_OPERATOR') return own;
  return act === 'APPROVE_OPERATOR' && (own || operator.proposed_by === personId);
}

/** Somebody as the offers see them. */
export interface Standing {
  readonly personId: string;
  readonly hasAccount: boolean;
  /** Offices that may be ended. */
  readonly endable: boolean;
  readonly isDefinitiveHead: boolean;
  readonly isLastSamOfficer: boolean;
  /** The new head of whom Dukcapil has not been told. */
  readonly untold: boolean;
  readonly operators: readonly OperatorRow[];
}

export function actsOffered(of: Standing, acting: Acting): readonly ActName[] {
  const fits: Partial<Record<ActName, boolean>> = {
    APPOINT: true,
    RECORD_HEAD: of.personId !== acting.personId && !of.isDefinitiveHead,
    END_ROLE: of.endable,
    GIVE_ACCOUNT: !of.hasAccount,
    RESET_PASSWORD: of.hasAccount,
    CLOSE_ACCOUNT: of.hasAccount && !of.isLastSamOfficer,
    PROPOSE_OPERATOR: true,
    SETTLE_OFFICE_CHANGE: of.untold,
  };
  const offered = new Set(of.operators.flatMap((operator) => eventsOffered(operator, acting)));
  const names = Object.keys(actions) as readonly ActName[];
  return [
    ...names.filter((act) => fits[act] === true && holdsRight(act, acting)),
    ...operatorActs.filter((act) => offered.has(eventOf[act])),
  ];
}

/** Acts that are not about one person. */
const general = ['ADD_PERSON', 'RECORD_SPTJM', 'OPEN_USER_ID_CHANGE', 'RECORD_USER_ID_BAST'] as const;

export function generalActs(acting: Acting): readonly ActName[] {
  return general.filter((act) => holdsRight(act, acting));
}
