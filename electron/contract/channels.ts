/**
 * Home pages ↔ main: every channel in one table, a schema for what comes in and a type for what goes out. The one IPC
 * wrapper in `window/` checks sender frame, origin and schema before any handler runs.
 */
import { z } from 'zod';
import type { Failure } from '../../native/failure.ts';
import { type AgendaView, agendaAct, type HolidaysChanged } from './agenda.ts';
import {
  type HandingOver,
  listWanted,
  type OutboxDetail,
  type OutboxRow,
  outboxAct,
  outboxPage,
  type PreparedList,
} from './balikan.ts';
import {
  type CustodyEntry,
  type CustodyView,
  configurationReturn,
  custodyAct,
  type UnfinishedReturn,
} from './custody.ts';
import type { DeviceTestView } from './device-test.ts';
import { type EvaluationStart, type EvaluationView, evaluationStart } from './evaluation.ts';
import { type IncidentRow, incidentAct } from './incidents.ts';
import type { InquiryOutcome } from './inquiry.ts';
import {
  type AgreementDetail,
  type AgreementRow,
  agreementAct,
  loginName,
  newPassword,
  type OneTimePassword,
  officeId,
  type PeopleView,
  type PickedScan,
  type ProposalRow,
  peopleAct,
  type RequestRow,
  requestAct,
  scanKinds,
} from './office.ts';
import {
  type PaperPages,
  type PaperPreview,
  type PaperRow,
  type PaperStart,
  type PrinterRow,
  paperKinds,
  paperOrder,
  paperPrint,
  paperSight,
  paperSigned,
  type SignedScan,
} from './papers.ts';
import type { Action, Role } from './permissions.ts';
import { type MorningView, type ReportRow, reportAct, reportPeriod } from './reports.ts';
import type { SemesterReportFields } from './semester-report.ts';
import type { Lamps } from './visit-view.ts';

export const languages = ['id', 'en'] as const;
export const themes = ['light', 'dark'] as const;
export const troubles = [
  'none',
  'tear',
  'card-mute',
  'bank-card',
  'sam-out',
  'gateway-silent',
  'gateway-refused',
  'gateway-error-page',
  'notice-deceased',
  'notice-duplicate',
  'notice-not-found',
  'notice-inactive',
  'notice-bad-format',
  'notice-login-failed',
  'notice-quota',
  'notice-institution',
  'notice-user-id',
  'balikan-silent',
  'balikan-duplicate',
] as const;
export type Trouble = (typeof troubles)[number];

const nothing = z.undefined();
const password = z.string().max(200);
const personName = z.string().trim().min(1).max(120);

export const channels = {
  /** First run, first step: makes keys and database. The passphrase is needed only where the system has no key store. */
  'setup.keys': z.object({ passphrase: newPassword.exactOptional() }),
  /** A program that was started before: the passphrase that opens its keys. */
  'setup.unlock': z.object({ passphrase: password }),
  /** The keyring or the passphrase is lost: the recovery key opens the keys, and they are wrapped for this computer anew. */
  'setup.recover': z.object({
    recoveryKey: z.string().max(200),
    passphrase: newPassword.exactOptional(),
  }),
  /** First run, second step: the IT officer at the keyboard gets the first account. */
  'setup.firstOfficer': z.object({
    name: personName,
    position: personName,
    login: loginName,
    password: newPassword,
  }),
  'setup.counter': z.object({
    /** Stands in every entry of the audit log, which takes nothing that could be the number of a person. */
    name: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .regex(/^(?!.*\d{15})/),
    /** Goes into registration numbers. */
    sign: z.string().regex(/^[A-Z0-9]{1,6}$/),
  }),
  /** A file dialog of main's; the file holds the connection of this agreement and is checked before it replaces anything. */
  'setup.connection': z.object({ agreementId: officeId }),
  'setup.state': nothing,
  /** Ends practice and begins real work on this computer. */
  'setup.begin': nothing,
  'session.signIn': z.object({ login: z.string().max(40), password }),
  /** Practice only: as one of the sample people. */
  'session.practise': z.object({ personId: officeId }),
  'session.unlock': z.object({ password }),
  'session.lock': nothing,
  'session.signOut': nothing,
  'session.newPassword': z.object({ current: password, next: newPassword }),
  /** The liability and sanction notice was read. */
  'session.acknowledge': nothing,
  'agreements.list': nothing,
  'agreements.detail': z.object({ agreementId: officeId }),
  'agreements.act': agreementAct,
  /** A profile file (JSON or YAML) picked in a dialog of main's: its content comes back for review, nothing is stored. */
  'agreements.pickProfile': nothing,
  'agreements.samples': nothing,
  'proposals.list': nothing,
  'proposals.decide': z.object({
    proposalId: officeId,
    decision: z.enum(['CONFIRM', 'REJECT', 'WITHDRAW']),
    /** Of the proposal as it was shown. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    note: z.string().trim().max(300),
  }),
  'people.list': nothing,
  'people.act': peopleAct,
  'scans.pick': z.object({ kind: z.enum([...scanKinds, 'SIGNED_PAPER']) }),
  'papers.start': z.object({
    agreementId: officeId,
    kind: z.enum(paperKinds),
    incidentId: officeId.exactOptional(),
  }),
  /** How the paper will look; nothing is made. */
  'papers.preview': paperOrder,
  'papers.pages': paperSight,
  /** Makes the PDF, and puts it and its fields where somebody chooses in a dialog of main's. */
  'papers.make': paperOrder,
  /** Makes it and puts it on record, to be printed from there. */
  'papers.record': paperOrder,
  'papers.printers': nothing,
  'papers.print': paperPrint,
  'papers.attach': paperSigned,
  'papers.scan': z.object({ paperId: officeId }),
  'papers.list': z.object({ limit: z.number().int().min(1).max(200) }),
  /** One that was made before, once more. */
  'papers.save': z.object({ paperId: officeId }),
  'agenda.view': nothing,
  'agenda.act': agendaAct,
  /** A file of holidays picked in a dialog of main's; every date that is reckoned over its year moves with it. */
  'agenda.installHolidays': nothing,
  'reports.morning': nothing,
  'reports.list': nothing,
  'reports.act': reportAct,
  'reports.figures': reportPeriod,
  /** Into a file that a person picks in a dialog of main's. */
  'reports.saveCsv': z.object({ reportId: officeId }),
  'reports.savePeriodCsv': reportPeriod,
  /** Counts and states for a visitor, with the screen locked behind them. */
  'evaluation.begin': evaluationStart,
  'evaluation.view': nothing,
  'incidents.list': nothing,
  'incidents.act': incidentAct,
  'requests.list': nothing,
  'requests.act': requestAct,
  'desk.emergencyStop': z.object({
    reference: z.string().trim().min(1).max(60),
    reason: z.string().trim().min(1).max(300),
  }),
  'desk.liftEmergencyStop': z.object({ reference: z.string().trim().min(1).max(60) }),
  /** The clock had been set back and is right now. */
  'desk.acceptClock': nothing,
  /** A second person signs for one thing in the open visit: as second officer, or for a NIK that pacing holds. */
  'visit.cosign': z.object({
    purpose: z.enum(['SECOND_OFFICER', 'EXCEPTION']),
    login: z.string().max(40),
    password,
    reason: z.string().trim().min(1).max(200),
  }),
  'home.state': nothing,
  'home.selectService': z.object({ code: z.string().max(40) }),
  'home.settings': z.object({
    language: z.enum(languages).exactOptional(),
    theme: z.enum(themes).exactOptional(),
  }),
  'counter.open': nothing,
  'counter.leave': nothing,
  'devices.list': nothing,
  'devices.retrySam': nothing,
  /** Begins a device test: of the SAM this counter reads with, or of a card of the inventory. */
  'deviceTest.start': z.object({ samId: officeId.exactOptional(), openAgain: z.boolean() }),
  'deviceTest.stop': nothing,
  'deviceTest.view': nothing,
  /** Into two files, JSON and text, where somebody chooses in a dialog of main's. */
  'deviceTest.saveReport': nothing,
  'custody.view': nothing,
  /** What happened to a card, newest first. */
  'custody.history': z.object({ samId: officeId }),
  'custody.act': custodyAct,
  /** A file dialog of main's; the file came with this card and is checked before it is sealed. */
  'custody.importConfiguration': z.object({ samId: officeId }),
  /** To a place that somebody chooses in a dialog of main's; the copy is read back before anything is shredded here. */
  'configuration.return': configurationReturn,
  'configuration.unfinished': nothing,
  'outbox.list': outboxPage,
  'outbox.detail': z.object({ itemId: z.string().max(64) }),
  'outbox.act': outboxAct,
  /** What waits to be handed over, and the lists that wait for a signature. */
  'outbox.handingOver': nothing,
  'outbox.makeList': listWanted,
  'outbox.sendNow': nothing,
  'kept.list': z.object({ limit: z.number().int().min(1).max(200) }),
  /** With a request: to answer it, and the only way to a record whose consent was withdrawn. */
  'kept.open': z.object({ recordId: z.string().max(64), requestId: officeId.exactOptional() }),
  'audit.list': z.object({
    limit: z.number().int().min(1).max(200),
    /** Only entries before the one of this number. */
    before: z.number().int().min(1).optional(),
  }),
  /** Into a file that a person picks in a dialog of main's. */
  'audit.export': nothing,
  'inquiries.reopen': nothing,
  'training.tap': z.object({ resident: z.enum(['R1', 'R2', 'R3', 'R4', 'R5']) }),
  'training.remove': nothing,
  'training.trouble': z.object({ trouble: z.enum(troubles) }),
} as const;
export type Channel = keyof typeof channels;
export type ChannelInput<C extends Channel> = z.infer<(typeof channels)[C]>;

interface HomeFrame {
  readonly version: string;
  readonly training: boolean;
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly lamps: Lamps;
}

/**
 * Nobody may go further: keys to be made, passphrase asked, keys that do not open here (only the recovery key helps), first account
 * to be made, nobody signed in, screen locked, password to be changed, notice to be read.
 */
export interface ShutHome extends HomeFrame {
  readonly gate:
    | 'FIRST_KEYS'
    | 'PASSPHRASE'
    | 'KEYS_LOST'
    | 'FIRST_OFFICER'
    | 'SIGN_IN'
    | 'LOCKED'
    | 'NEW_PASSWORD'
    | 'NOTICE';
  readonly institution: string;
  readonly counter: string;
  /** FIRST_KEYS, KEYS_LOST: this system has no key store, so a passphrase is needed. */
  readonly passphraseNeeded?: true;
  /** LOCKED, NEW_PASSWORD, NOTICE: who. */
  readonly who?: string;
  /** LOCKED: what a visitor may look at meanwhile. */
  readonly evaluation?: EvaluationStart;
  /** Practice: who may be played. */
  readonly samplePeople: readonly {
    readonly personId: string;
    readonly name: string;
    readonly position: string;
    readonly roles: readonly Role[];
  }[];
}

export interface OpenHome extends HomeFrame {
  readonly gate: 'OPEN';
  readonly institution: string;
  readonly person: {
    readonly personId: string;
    readonly name: string;
    readonly roles: readonly Role[];
    /** What they may do, and what they may look at. */
    readonly may: readonly Action[];
    readonly maySee: readonly Action[];
  };
  readonly counter: string;
  /** The agreement this counter serves under. */
  readonly agreement?: {
    readonly agreementId: string;
    readonly number: string;
    readonly lastDay: string;
    readonly daysLeft: number;
  };
  /** Why nobody can be served here now: no agreement in force, no connection, this person is no operator, an emergency. */
  readonly shut?: Failure;
  readonly emergency?: { readonly reference: string };
  /** What waits for the signed-in person. */
  readonly waiting: {
    readonly proposals: number;
    readonly requests: number;
    /** Of them all, the earliest 72-hour limit. */
    readonly nextRequestDueAt: number | null;
    /** Reminders of the agenda that are theirs and not seen. */
    readonly reminders: number;
    /** Duties that are late, whoever has to see to them: for each of them the right of access may be revoked. */
    readonly overdue: number;
    /** Steps of the set-up that are open and theirs. */
    readonly setup: number;
  };
  readonly services: readonly { readonly code: string; readonly name: string }[];
  readonly serviceCode: string;
  readonly outbox: {
    readonly waiting: number;
    readonly oldestAgeMs: number | null;
    readonly needsPerson: number;
  };
  readonly quota: { readonly used: number; readonly limit: number | null };
  readonly today: { readonly served: number; readonly closedWithoutService: number };
  readonly keptCount: number;
  /** Inquiries are on hold until the access manager reopens them (gateway fact sheet 9.7). */
  readonly lookupsStopped?: Failure;
  readonly notices: readonly Failure[];
}

export type HomeState = ShutHome | OpenHome;

export const setupSteps = [
  'KEYS',
  'FIRST_OFFICER',
  'COUNTER',
  'HEAD',
  'ACCESS_MANAGER',
  'AGREEMENT_DRAFT',
  'AGREEMENT_SIGNED',
  'CONNECTION',
  'OPERATORS',
  'SPTJM',
  'AGREEMENT_ACTIVE',
  'AGREEMENT_CHOSEN',
  'FIRST_VISIT',
] as const;
export type SetupStep = (typeof setupSteps)[number];

export interface SetupView {
  readonly steps: readonly {
    readonly step: SetupStep;
    readonly done: boolean;
    readonly who: Role;
    /** What it rests on, or what is missing. */
    readonly detail: string;
    /** Place in the program where it is done. */
    readonly place: 'setup' | 'people' | 'agreements' | 'approvals' | 'start';
  }[];
  readonly counter: { readonly name: string; readonly sign: string };
  /** Agreements that give access and have not ended: each needs a connection of its own. */
  readonly connections: readonly {
    readonly agreementId: string;
    readonly number: string;
    readonly installed: boolean;
  }[];
}

/** A profile file as it was read. `problems` name the place in the file and what is wrong with it. */
export interface PickedProfile {
  readonly profile: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly path: string; readonly id: string; readonly en: string }[];
}

export interface KeptRow {
  readonly recordId: string;
  readonly receiptNo: string;
  readonly maskedNik: string;
  readonly elements: readonly string[];
  readonly consentedAt: number;
  readonly retainedUntil: string;
  /** The consent was withdrawn: nobody opens it but to answer an access request, until it is erased. */
  readonly withdrawnAt: number | null;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: number;
  /** By name where the office knows one. */
  readonly actor: string;
  readonly event: string;
  /** Whom it is about, by name, or under which agreement it happened. */
  readonly about: string | null;
  readonly visitId: string | null;
  readonly outcome: InquiryOutcome | string | null;
  /** The rest of the entry in codes, as it stands in the log. */
  readonly details: readonly string[];
}

export interface ReaderRow {
  readonly name: string;
  readonly role: 'CARD' | 'SAM' | 'NONE';
  readonly cardPresent: boolean;
}

export interface ChannelOutputs {
  /** The recovery key, to be written down and locked away; it is never shown again. */
  'setup.keys': { readonly recoveryKey: string };
  'setup.unlock': null;
  'setup.recover': null;
  'setup.firstOfficer': null;
  'setup.counter': null;
  /** `null`: the dialog was closed. */
  'setup.connection': { readonly sha256: string } | null;
  'setup.state': SetupView;
  'setup.begin': null;
  'session.signIn': null;
  'session.practise': null;
  'session.unlock': null;
  'session.lock': null;
  'session.signOut': null;
  'session.newPassword': null;
  'session.acknowledge': null;
  'agreements.list': readonly AgreementRow[];
  'agreements.detail': AgreementDetail;
  'agreements.act': null;
  'agreements.pickProfile': PickedProfile | null;
  'agreements.samples': readonly {
    readonly name: string;
    readonly profile: Readonly<Record<string, unknown>>;
  }[];
  'proposals.list': readonly ProposalRow[];
  'proposals.decide': null;
  'people.list': PeopleView;
  'people.act': OneTimePassword | null;
  'scans.pick': PickedScan | null;
  'papers.start': PaperStart;
  'papers.preview': PaperPreview;
  'papers.pages': PaperPages;
  'papers.make': null;
  'papers.record': { readonly paperId: string };
  'papers.printers': readonly PrinterRow[];
  'papers.print': null;
  'papers.attach': null;
  'papers.scan': SignedScan;
  'papers.list': readonly PaperRow[];
  'papers.save': null;
  'agenda.view': AgendaView;
  'agenda.act': null;
  /** `null`: the dialog was closed. `changed` null: the file says what is in use already. */
  'agenda.installHolidays': { readonly changed: HolidaysChanged | null } | null;
  /** `null`: nobody is served under any agreement. */
  'reports.morning': MorningView | null;
  'reports.list': readonly ReportRow[];
  'reports.act': null;
  'reports.figures': SemesterReportFields;
  'reports.saveCsv': null;
  'reports.savePeriodCsv': null;
  'evaluation.begin': null;
  'evaluation.view': EvaluationView;
  'incidents.list': readonly IncidentRow[];
  'incidents.act': null;
  'requests.list': readonly RequestRow[];
  'requests.act': null;
  'desk.emergencyStop': null;
  'desk.liftEmergencyStop': null;
  'desk.acceptClock': null;
  'visit.cosign': null;
  'home.state': HomeState;
  'home.selectService': null;
  'home.settings': null;
  'counter.open': null;
  'counter.leave': null;
  'devices.list': readonly ReaderRow[];
  'devices.retrySam': null;
  'deviceTest.start': null;
  'deviceTest.stop': null;
  /** `null`: none since the program started. */
  'deviceTest.view': DeviceTestView | null;
  /** Of the JSON file. `null`: the dialog was closed. */
  'deviceTest.saveReport': { readonly sha256: string } | null;
  'custody.view': CustodyView;
  'custody.history': readonly CustodyEntry[];
  'custody.act': null;
  /** `null`: the dialog was closed. */
  'custody.importConfiguration': { readonly name: string } | null;
  /** `null`: the dialog was closed. */
  'configuration.return': { readonly fileName: string; readonly sha256: string } | null;
  'configuration.unfinished': readonly UnfinishedReturn[];
  'outbox.list': readonly OutboxRow[];
  'outbox.detail': OutboxDetail;
  'outbox.act': null;
  'outbox.handingOver': HandingOver;
  /** `null`: the dialog for the medium was closed. */
  'outbox.makeList': PreparedList | null;
  'outbox.sendNow': null;
  'kept.list': readonly KeptRow[];
  'kept.open': null;
  'audit.list': readonly AuditRow[];
  /** The checkpoint as it goes on paper, and how many entries it stands for. `null`: the dialog was closed. */
  'audit.export': { readonly checkpoint: string; readonly count: number } | null;
  'inquiries.reopen': null;
  'training.tap': null;
  'training.remove': null;
  'training.trouble': null;
}

/**
 * Who may call what. `ANYBODY`: also without a session · `SIGNED_IN`: every session that is open · an action: who may do it, or for
 * a list who may look at it. The acts of a union are checked one by one where they are carried out.
 */
export const channelPermissions: Readonly<
  Record<Channel, 'ANYBODY' | 'SIGNED_IN' | { readonly do: Action } | { readonly see: Action }>
> = {
  'home.state': 'ANYBODY',
  'home.settings': 'ANYBODY',
  'setup.keys': 'ANYBODY',
  'setup.unlock': 'ANYBODY',
  'setup.recover': 'ANYBODY',
  'setup.firstOfficer': 'ANYBODY',
  'setup.counter': { do: 'SET_UP' },
  'setup.connection': { do: 'SET_UP' },
  'setup.state': { see: 'SET_UP' },
  'setup.begin': 'ANYBODY',
  'session.signIn': 'ANYBODY',
  'session.practise': 'ANYBODY',
  'session.unlock': 'ANYBODY',
  'session.lock': 'SIGNED_IN',
  'session.signOut': 'ANYBODY',
  'session.newPassword': 'ANYBODY',
  'session.acknowledge': 'ANYBODY',
  'agreements.list': { see: 'DRAFT_AGREEMENT' },
  'agreements.detail': { see: 'DRAFT_AGREEMENT' },
  'agreements.act': 'SIGNED_IN',
  'agreements.pickProfile': { do: 'DRAFT_AGREEMENT' },
  'agreements.samples': { do: 'DRAFT_AGREEMENT' },
  'proposals.list': 'SIGNED_IN',
  'proposals.decide': 'SIGNED_IN',
  'people.list': 'SIGNED_IN',
  'people.act': 'SIGNED_IN',
  'scans.pick': 'SIGNED_IN',
  'papers.start': { see: 'PREPARE_DOCUMENTS' },
  'papers.preview': { see: 'PREPARE_DOCUMENTS' },
  'papers.pages': { see: 'PREPARE_DOCUMENTS' },
  'papers.make': { do: 'PREPARE_DOCUMENTS' },
  'papers.record': { do: 'PREPARE_DOCUMENTS' },
  'papers.printers': { do: 'PREPARE_DOCUMENTS' },
  'papers.print': { do: 'PREPARE_DOCUMENTS' },
  'papers.attach': { do: 'ATTACH_SIGNED' },
  'papers.scan': { see: 'PREPARE_DOCUMENTS' },
  'papers.list': { see: 'PREPARE_DOCUMENTS' },
  'papers.save': { do: 'PREPARE_DOCUMENTS' },
  'agenda.view': { see: 'PREPARE_DOCUMENTS' },
  'agenda.act': { see: 'PREPARE_DOCUMENTS' },
  'agenda.installHolidays': { do: 'CONFIRM_AGREEMENT' },
  'reports.morning': 'SIGNED_IN',
  'reports.list': { see: 'PREPARE_DOCUMENTS' },
  'reports.act': { see: 'PREPARE_DOCUMENTS' },
  'reports.figures': { see: 'PREPARE_DOCUMENTS' },
  'reports.saveCsv': { see: 'PREPARE_DOCUMENTS' },
  'reports.savePeriodCsv': { see: 'PREPARE_DOCUMENTS' },
  'evaluation.begin': { see: 'PREPARE_DOCUMENTS' },
  /** Nobody is signed in while a visitor looks; without an evaluation there is nothing to see. */
  'evaluation.view': 'ANYBODY',
  'incidents.list': { see: 'REPORT_INCIDENT' },
  'incidents.act': { do: 'REPORT_INCIDENT' },
  'requests.list': { see: 'COMPLETE_REQUEST' },
  'requests.act': 'SIGNED_IN',
  'desk.emergencyStop': { do: 'EMERGENCY_STOP' },
  'desk.liftEmergencyStop': { do: 'LIFT_EMERGENCY_STOP' },
  'desk.acceptClock': { do: 'CONFIRM_AGREEMENT' },
  'visit.cosign': { do: 'SERVE' },
  'home.selectService': { do: 'SERVE' },
  'counter.open': { do: 'SERVE' },
  'counter.leave': 'SIGNED_IN',
  'devices.list': 'SIGNED_IN',
  'devices.retrySam': { do: 'MANAGE_DEVICES' },
  'custody.view': 'SIGNED_IN',
  'custody.history': { see: 'MANAGE_DEVICES' },
  'deviceTest.start': { do: 'MANAGE_DEVICES' },
  'deviceTest.stop': { do: 'MANAGE_DEVICES' },
  'deviceTest.view': { see: 'MANAGE_DEVICES' },
  'deviceTest.saveReport': { do: 'MANAGE_DEVICES' },
  'custody.act': { do: 'SUSPEND_DEVICE' },
  'custody.importConfiguration': { do: 'MANAGE_DEVICES' },
  'configuration.return': { do: 'MANAGE_DEVICES' },
  'configuration.unfinished': { see: 'MANAGE_DEVICES' },
  'outbox.list': { see: 'HANDLE_OUTBOX' },
  'outbox.detail': { see: 'HANDLE_OUTBOX' },
  'outbox.act': { do: 'HANDLE_OUTBOX' },
  'outbox.handingOver': { see: 'HANDLE_OUTBOX' },
  'outbox.makeList': { do: 'HANDLE_OUTBOX' },
  'outbox.sendNow': { do: 'HANDLE_OUTBOX' },
  'kept.list': { see: 'COMPLETE_REQUEST' },
  'kept.open': { do: 'OPEN_KEPT' },
  'audit.list': { see: 'READ_AUDIT' },
  'audit.export': { do: 'READ_AUDIT' },
  'inquiries.reopen': { do: 'REOPEN_INQUIRIES' },
  'training.tap': 'ANYBODY',
  'training.remove': 'ANYBODY',
  'training.trouble': 'ANYBODY',
};

export type Answer<C extends Channel> =
  | { readonly ok: true; readonly value: ChannelOutputs[C] }
  | { readonly ok: false; readonly failure: Failure };

/** What the preload script puts on `window.ketuk`. The bridge is the same on every page; main decides by origin. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, input: ChannelInput<C>): Promise<Answer<C>>;
  /** Main says that home state changed; ask again. Returns the way to stop listening. */
  onChanged(listener: () => void): () => void;
  /** As the program was started with; for a page that stands before main can say how it is now. */
  readonly start: {
    readonly language: (typeof languages)[number];
    readonly theme: (typeof themes)[number];
    readonly training: boolean;
  };
  /** The page's MessagePort arrives as a `message` event with data `'ketuk-port'` on `window`. */
  readonly page: 'home' | 'visit' | 'record';
}
