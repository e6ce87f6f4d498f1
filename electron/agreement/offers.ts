/** Who may do what with an agreement, and when: one table, which guards the acts and tells the pages what to offer. */
import {
  type Action,
  type AgreementAct,
  type AgreementEvent,
  type AgreementStatus,
  agreementRules,
  agreementStatuses,
  may,
  type Role,
} from '../contract/index.ts';

type Act = AgreementAct['act'];

interface Offer {
  readonly from: readonly AgreementStatus[];
  readonly who: Action | AgreementEvent;
}

const afterSigning = agreementStatuses.filter((status) => status !== 'DRAFT');
const beforeClosing = agreementStatuses.filter((status) => status !== 'CLOSED');
const ended: readonly AgreementStatus[] = ['EXPIRED', 'TERMINATED'];

/** As in the table of the contract, where the act is one of its events. */
function event(name: AgreementEvent): Offer {
  return { from: agreementRules[name].from, who: name };
}

const offers: Readonly<Record<Act, Offer>> = {
  DRAFT: { from: ['DRAFT'], who: 'DRAFT_AGREEMENT' },
  DISCARD_DRAFT: { from: ['DRAFT'], who: 'DRAFT_AGREEMENT' },
  PROPOSE_SIGNING: event('SIGN'),
  ACTIVATE: event('ACTIVATE'),
  RECORD_USER_ID: {
    from: afterSigning.filter((status) => !ended.includes(status) && status !== 'CLOSED'),
    who: 'DRAFT_AGREEMENT',
  },
  REQUEST_EXTENSION: event('REQUEST_EXTENSION'),
  REFUSE_EXTENSION: event('REFUSE_EXTENSION'),
  PROPOSE_VERSION: event('CHANGE_PROFILE'),
  BRIDGE: event('BRIDGE'),
  SUSPEND: { from: agreementRules.SUSPEND.from, who: 'SUSPEND_AGREEMENT' },
  RESUME: event('RESUME'),
  TERMINATE: event('TERMINATE'),
  NOTE: { from: beforeClosing, who: 'DRAFT_AGREEMENT' },
  SETTLE_END_ITEM: { from: ended, who: 'DRAFT_AGREEMENT' },
  CLOSE: event('CLOSE'),
  CHOOSE: {
    from: afterSigning.filter((status) => !ended.includes(status) && status !== 'CLOSED'),
    who: 'DRAFT_AGREEMENT',
  },
};

export function mayDo(act: Act, roles: readonly Role[]): boolean {
  const { who } = offers[act];
  if (!(who in agreementRules)) return may(roles, who as Action);
  const by: readonly string[] = agreementRules[who as AgreementEvent].by;
  return roles.some((role) => by.includes(role));
}

export function hasPlace(act: Act, status: AgreementStatus): boolean {
  return offers[act].from.includes(status);
}

export function offered(status: AgreementStatus, roles: readonly Role[]): Act[] {
  return (Object.keys(offers) as Act[]).filter((act) => hasPlace(act, status) && mayDo(act, roles));
}
