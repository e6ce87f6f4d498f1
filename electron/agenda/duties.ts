/** What the other rooms know that something may be due from, and what each kind of duty is. Pure. */
import type { Day } from '../calendar/index.ts';
import type {
  AgendaEntry,
  AgendaKind,
  AgreementDate,
  AgreementProfile,
  AgreementStatus,
  BalikanChannel,
  ReportStatus,
  Role,
} from '../contract/index.ts';

export interface AgreementDuties {
  readonly agreementId: string;
  readonly number: string;
  readonly profile: AgreementProfile;
  readonly status: AgreementStatus;
  readonly accessUntil: Day;
  /** When it was confirmed here: what was due before that was seen to without this program. */
  readonly enteredOn: Day;
  readonly dates: readonly AgreementDate[];
  /** Cards that Dukcapil does not have back. */
  readonly openSams: number;
  /** Steps of the end, once it has ended. */
  readonly end: { readonly done: number; readonly total: number } | undefined;
  /** Reports that were opened: how far each has come, and since when. */
  readonly reports: readonly {
    readonly year: number;
    readonly half: 1 | 2;
    readonly status: ReportStatus;
    readonly since: number;
  }[];
  /** Of the head in office; of a former one it counts some days more. */
  readonly sptjm: { readonly valid: boolean; readonly validUntil?: Day } | undefined;
  /** Operators who were proposed and have not signed their NDA. */
  readonly withoutNda: number;
  /** When the last of them was proposed. */
  readonly proposedAt: number;
  readonly userIds: UserIdTasks;
  /** Data balikan that did not reach Dukcapil yet, and how they are to. */
  readonly balikan: {
    readonly channel: BalikanChannel;
    readonly waiting: number;
    /** Refused, or given up: the program does not send them again by itself. */
    readonly needsPerson: number;
    readonly oldestAt: number | null;
  };
}

/** What the User IDs of an agreement wait for. */
export interface UserIdTasks {
  /** Operators who were revoked since the last change of User IDs was asked for. */
  readonly revoked: number;
  /** When the last of them was. */
  readonly revokedAt: number;
  /** Dukcapil has said that the User ID is not active, and nobody has asked for another. */
  readonly inactive: boolean;
  /** Changes that were asked for and have no BAST yet. */
  readonly withoutBast: number;
  /** When the last change was asked for. */
  readonly askedAt: number;
}

/** What was recorded about duties that no other room keeps. */
export interface RecordedDuty {
  readonly dutyId: string;
  readonly kind: 'ISO_CERTIFICATE' | 'MONITORING_MINUTES' | 'CONTACT_CHANGE' | 'CONTACT_NOTICE';
  readonly agreementId: string;
  /** The anniversary of the minutes, the change that a notice settles; empty otherwise. */
  readonly about: string;
  readonly on: Day;
  readonly until: Day | null;
}

export interface OfficeDuties {
  readonly now: number;
  /** For what belongs to no agreement. */
  readonly zone: string;
  readonly agreements: readonly AgreementDuties[];
  /** In the order in which they were entered. */
  readonly recorded: readonly RecordedDuty[];
  readonly officeChange: { readonly personId: string; readonly since: Day } | undefined;
  readonly requests: readonly {
    readonly requestId: string;
    readonly kind: 'WITHDRAWAL' | 'ACCESS';
    readonly dueAt: number;
  }[];
  readonly breaches: readonly {
    readonly incidentId: string;
    readonly agreementId: string | null;
    readonly dueAt: number;
  }[];
  /** Incidents that are reported, and neither a breach nor closed. */
  readonly undecided: readonly {
    readonly incidentId: string;
    readonly number: string;
    readonly decideBy: number;
  }[];
}

interface Kind {
  readonly rule: string;
  readonly who: readonly Role[];
  readonly place: AgendaEntry['place'];
  readonly unit: 'WORKING_DAYS' | 'DAYS' | 'HOURS';
  /** A reminder at each of these, counted in the unit before it is due. */
  readonly thresholds: readonly number[];
}

const manager = ['ACCESS_MANAGER'] as const;
const eitherHead = ['ACCESS_MANAGER', 'ACCESS_RESPONSIBLE'] as const;
const workingDays = { unit: 'WORKING_DAYS', thresholds: [10, 5, 2, 0] } as const;
const beforeTheEnd = { unit: 'WORKING_DAYS', thresholds: [30, 14, 7, 1, 0] } as const;
const hours = { unit: 'HOURS', thresholds: [72, 24, 6, 1] } as const;

/** Thresholds are those of where the rules name some; the last day, or the last hour, calls in any case. */
export const kinds: Readonly<Record<AgendaKind, Kind>> = {
  REPORT: { rule: 'R-111', who: manager, place: 'reports', ...workingDays },
  EXTENSION: { rule: 'R-140', who: eitherHead, place: 'agreements', ...beforeTheEnd },
  EXTENSION_PENDING: { rule: 'R-142', who: eitherHead, place: 'agreements', ...beforeTheEnd },
  ISO: { rule: 'R-120', who: manager, place: 'agenda', unit: 'DAYS', thresholds: [90, 30, 0] },
  MONITORING: { rule: 'R-115', who: manager, place: 'agenda', unit: 'DAYS', thresholds: [30, 7, 0] },
  CONTACT_CHANGE: {
    rule: 'R-133',
    who: manager,
    place: 'agenda',
    unit: 'WORKING_DAYS',
    thresholds: [14, 5, 2, 0],
  },
  OFFICE_CHANGE: {
    rule: 'R-017',
    who: manager,
    place: 'people',
    unit: 'WORKING_DAYS',
    thresholds: [14, 5, 2, 0],
  },
  SPTJM: { rule: 'R-011', who: eitherHead, place: 'people', ...workingDays },
  NDA: { rule: 'R-012', who: manager, place: 'people', ...workingDays },
  USER_ID: { rule: 'R-018', who: manager, place: 'people', ...workingDays },
  SAM_RETURN: { rule: 'R-065', who: ['SAM_OFFICER'], place: 'devices', ...workingDays },
  END_CHECKLIST: { rule: 'R-143', who: eitherHead, place: 'agreements', ...workingDays },
  REQUEST: { rule: 'R-093', who: manager, place: 'requests', ...hours },
  INCIDENT: { rule: 'R-123', who: eitherHead, place: 'incidents', ...hours },
  BREACH: { rule: 'R-123', who: eitherHead, place: 'incidents', ...hours },
  BALIKAN: { rule: 'R-103', who: manager, place: 'outbox', unit: 'WORKING_DAYS', thresholds: [2, 0] },
};
