/**
 * Who may do what (domain 1.2), as one table. Main asks it before every call of a page, the pages ask it for what they offer;
 * there is no other place where a role means anything.
 */

export const roles = ['OPERATOR', 'ACCESS_MANAGER', 'ACCESS_RESPONSIBLE', 'SAM_OFFICER', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];

/** `DO`: may act · `SEE`: may look on. A role that is not named may neither. */
type Grant = 'DO' | 'SEE';

const manager = { ACCESS_MANAGER: 'DO' } as const;
const auditor = { AUDITOR: 'SEE' } as const;

export const permissionTable = {
  SERVE: { OPERATOR: 'DO' },
  SEE_POPULATION_DATA: { OPERATOR: 'DO' },
  ASK_CONSENT: { OPERATOR: 'DO' },
  RECORD_SERVICE: { OPERATOR: 'DO', ACCESS_MANAGER: 'SEE' },
  APPROVE_EXCEPTION: { ...manager, ACCESS_RESPONSIBLE: 'DO', ...auditor },
  PROPOSE_OPERATOR: { ...manager, ACCESS_RESPONSIBLE: 'SEE', ...auditor },
  APPROVE_OPERATOR: { ACCESS_RESPONSIBLE: 'DO', ...auditor },
  REVOKE_OPERATOR: { ...manager, ACCESS_RESPONSIBLE: 'DO', ...auditor },
  DRAFT_AGREEMENT: { ...manager, ACCESS_RESPONSIBLE: 'DO', ...auditor },
  CONFIRM_AGREEMENT: { ACCESS_RESPONSIBLE: 'DO', ...auditor },
  SUSPEND_AGREEMENT: { ...manager, ACCESS_RESPONSIBLE: 'DO', ...auditor },
  /** Accounts, the first responsible head, connection, counter: what has to be there before anybody else can act. */
  SET_UP: { SAM_OFFICER: 'DO', ACCESS_MANAGER: 'SEE', ACCESS_RESPONSIBLE: 'SEE', ...auditor },
  APPOINT: { ACCESS_RESPONSIBLE: 'DO', ...auditor },
  RECORD_NEW_HEAD: { ...manager, SAM_OFFICER: 'DO', ...auditor },
  MANAGE_DEVICES: { SAM_OFFICER: 'DO', ACCESS_MANAGER: 'SEE', ACCESS_RESPONSIBLE: 'SEE', ...auditor },
  SUSPEND_DEVICE: { OPERATOR: 'DO', ACCESS_MANAGER: 'DO', ACCESS_RESPONSIBLE: 'DO', SAM_OFFICER: 'DO' },
  PREPARE_DOCUMENTS: { ...manager, ACCESS_RESPONSIBLE: 'SEE', SAM_OFFICER: 'DO', ...auditor },
  ATTACH_SIGNED: { ...manager, ACCESS_RESPONSIBLE: 'DO', SAM_OFFICER: 'DO', ...auditor },
  HANDLE_OUTBOX: { ...manager, OPERATOR: 'SEE', ACCESS_RESPONSIBLE: 'SEE', SAM_OFFICER: 'SEE', ...auditor },
  REOPEN_INQUIRIES: { ...manager, ACCESS_RESPONSIBLE: 'DO' },
  /** Whoever sees something says so; what it is, and who is told, manager and head decide. */
  REPORT_INCIDENT: {
    OPERATOR: 'DO',
    ACCESS_MANAGER: 'DO',
    ACCESS_RESPONSIBLE: 'DO',
    SAM_OFFICER: 'DO',
    ...auditor,
  },
  SETTLE_INCIDENT: { ...manager, ACCESS_RESPONSIBLE: 'DO', ...auditor },
  EMERGENCY_STOP: { OPERATOR: 'SEE', ACCESS_MANAGER: 'DO', ACCESS_RESPONSIBLE: 'DO', SAM_OFFICER: 'DO' },
  LIFT_EMERGENCY_STOP: { ACCESS_RESPONSIBLE: 'DO' },
  /** Whoever completes a request did not take it in: two people know of it (domain 1.2). */
  TAKE_REQUEST: { OPERATOR: 'DO' },
  COMPLETE_REQUEST: { ...manager, OPERATOR: 'SEE', ACCESS_RESPONSIBLE: 'SEE', ...auditor },
  /** A kept record holds population data: only who may see such data, or who answers an access request, opens it. */
  OPEN_KEPT: { OPERATOR: 'DO', ACCESS_MANAGER: 'DO' },
  READ_AUDIT: { ACCESS_MANAGER: 'DO', ACCESS_RESPONSIBLE: 'DO', AUDITOR: 'DO' },
} as const satisfies Readonly<Record<string, Partial<Readonly<Record<Role, Grant>>>>>;
export type Action = keyof typeof permissionTable;

export const actions = Object.keys(permissionTable) as readonly Action[];

function grants(held: readonly Role[], action: Action): Grant[] {
  const row: Partial<Readonly<Record<Role, Grant>>> = permissionTable[action];
  return held.flatMap((role) => row[role] ?? []);
}

export function may(held: readonly Role[], action: Action): boolean {
  return grants(held, action).includes('DO');
}

export function maySee(held: readonly Role[], action: Action): boolean {
  return grants(held, action).length > 0;
}

/** Who acts, as main knows it from the session. */
export interface Acting {
  readonly personId: string;
  readonly roles: readonly Role[];
  /** The counter at which it happens; for the audit log. */
  readonly counter: string;
}
