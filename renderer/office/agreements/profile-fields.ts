/**
 * The one table of what a profile holds: section → field → kind. The editor draws its forms from it, the page of an agreement and
 * the inbox of approvals take from it how a place is called and how its value is read. Pure.
 */
import type { Draft } from '../parts/draft.ts';
import { granted, hasList, holds, isAccess, mayRead, maySend } from './profile-conditions.ts';

type When = (profile: Draft) => boolean;

interface Common {
  readonly path: string;
  /** The field is asked for only then. */
  readonly when?: When;
  /** Cannot change once the agreement is signed. */
  readonly fixed?: true;
  /** May stay empty. */
  readonly optional?: true;
}

/** `words` names a set of messages: each option has its own there. `open`: other values may come in a file and are kept. */
interface Worded extends Common {
  readonly words: string;
  readonly options: readonly string[];
  readonly open?: true;
}

export interface Column {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'yes' | 'one' | 'list';
  readonly optional?: true;
  readonly words?: string;
  readonly options?: readonly string[];
}

export type FieldSpec =
  | (Common & { readonly kind: 'text'; readonly lines?: 3; readonly empty?: null })
  | (Common & { readonly kind: 'day' | 'yes' | 'period' | 'elements' | 'storable' | 'codeLists' })
  | (Common & { readonly kind: 'number'; readonly empty?: null })
  | (Worded & { readonly kind: 'one' | 'some' })
  | (Common & {
      readonly kind: 'rows';
      readonly columns: readonly Column[];
      readonly row: Draft;
      readonly named: 'services' | 'balikan';
    });

/** A part that an agreement either has or has not. `initial` is what it starts from. */
export interface GroupSpec {
  readonly group: string;
  readonly initial: Draft;
  readonly when?: When;
  readonly fields: readonly FieldSpec[];
}

export interface SectionSpec {
  readonly section: string;
  readonly when?: When;
  readonly items: readonly (FieldSpec | GroupSpec)[];
}

const methods = ['WEB_PORTAL', 'WEB_SERVICE', 'CARD_READER', 'IKD_CHECK'] as const;
const offices = ['DITJEN', 'DITJEN_KI', 'DUKCAPIL_LOCAL'] as const;
const partyTypes = [
  'DUKCAPIL_KABUPATEN',
  'DUKCAPIL_PROVINSI',
  'OPD_KABUPATEN',
  'OPD_PROVINSI',
  'DESA',
  'SEKRETARIAT',
  'ESELON_I',
] as const;

function party(path: string): readonly FieldSpec[] {
  return [
    { path: `${path}.name`, kind: 'text' },
    { path: `${path}.type`, kind: 'one', words: 'partyTypes', options: partyTypes, open: true },
    { path: `${path}.label`, kind: 'text' },
    { path: `${path}.region`, kind: 'text' },
  ];
}

export const profileSections: readonly SectionSpec[] = [
  {
    section: 'IDENTITY',
    items: [
      {
        path: 'kind',
        kind: 'one',
        words: 'kinds',
        options: ['DUKCAPIL_ACCESS', 'DATA_INTEROP'],
        fixed: true,
      },
      { path: 'numbers.party1', kind: 'text' },
      { path: 'numbers.party2', kind: 'text' },
      { path: 'title', kind: 'text', lines: 3 },
      { path: 'purpose', kind: 'text', lines: 3 },
      { path: 'profileId', kind: 'text', fixed: true },
      { path: 'predecessorId', kind: 'text', optional: true },
    ],
  },
  { section: 'PARTIES', items: [...party('parties.party1'), ...party('parties.party2')] },
  {
    section: 'TERM',
    items: [
      { path: 'signedOn', kind: 'day', fixed: true },
      { path: 'term.rule', kind: 'one', words: 'termRules', options: ['FIXED_END', 'DURATION'] },
      { path: 'term.end', kind: 'day', when: holds('term.rule', 'FIXED_END') },
      { path: 'term.years', kind: 'number', when: holds('term.rule', 'DURATION') },
      { path: 'lastDayInForce', kind: 'day', optional: true },
      { path: 'lastDayReason', kind: 'text', optional: true },
      {
        path: 'timeZone',
        kind: 'one',
        words: 'timeZones',
        options: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
        fixed: true,
      },
    ],
  },
  {
    section: 'PAPERS',
    items: [
      {
        group: 'approvalLetter',
        initial: { subject: 'Persetujuan Permohonan Pemanfaatan Data Kependudukan' },
        fields: [
          { path: 'approvalLetter.number', kind: 'text' },
          { path: 'approvalLetter.date', kind: 'day' },
          { path: 'approvalLetter.subject', kind: 'text' },
        ],
      },
      {
        group: 'technicalGuide',
        initial: { type: 'JUKNIS' },
        fields: [
          { path: 'technicalGuide.type', kind: 'one', words: 'guideTypes', options: ['JUKNIS', 'SOP'] },
          { path: 'technicalGuide.number', kind: 'text' },
          { path: 'technicalGuide.date', kind: 'day' },
        ],
      },
    ],
  },
  {
    section: 'ACCESS',
    when: isAccess,
    items: [
      { path: 'accessMethods', kind: 'some', words: 'methods', options: methods },
      { path: 'identityDocuments', kind: 'some', words: 'documents', options: ['KTP_EL', 'IKD'] },
      {
        path: 'readerPolicy',
        kind: 'one',
        words: 'readerPolicies',
        options: ['NOT_ALLOWED', 'SPECIFICATION_ONLY', 'ALLOWED', 'OBLIGATORY'],
      },
      { path: 'photoForHolderCheck', kind: 'yes', when: mayRead },
      {
        group: 'webServiceGrant',
        initial: {},
        when: granted('WEB_SERVICE'),
        fields: [
          { path: 'webServiceGrant.addendum', kind: 'text' },
          { path: 'webServiceGrant.pocLetter', kind: 'text' },
          { path: 'webServiceGrant.applicationVersion', kind: 'text', optional: true },
        ],
      },
    ],
  },
  {
    section: 'ELEMENTS',
    when: isAccess,
    items: methods.map(
      (method): FieldSpec => ({ path: `elements.${method}`, kind: 'elements', when: granted(method) }),
    ),
  },
  {
    section: 'STORING',
    when: (profile) => isAccess(profile) && mayRead(profile),
    items: [
      { path: 'storableFromCard', kind: 'storable' },
      { path: 'storageRetention', kind: 'period', optional: true, when: hasList('storableFromCard') },
      { path: 'storeAfterManualHolderCheck', kind: 'yes', when: hasList('storableFromCard') },
    ],
  },
  {
    section: 'SERVICES',
    when: isAccess,
    items: [
      {
        path: 'services',
        kind: 'rows',
        named: 'services',
        row: { code: '', name: '' },
        columns: [
          { name: 'code', kind: 'text' },
          { name: 'name', kind: 'text' },
          { name: 'purpose', kind: 'text', optional: true },
          { name: 'aidType', kind: 'text', optional: true },
        ],
      },
    ],
  },
  {
    section: 'BALIKAN',
    when: isAccess,
    items: [
      {
        path: 'dataBalikan.mode',
        kind: 'one',
        words: 'balikanModes',
        options: ['PUSH_WEB_SERVICE', 'MANUAL', 'PULL_BY_DUKCAPIL', 'NONE'],
      },
      {
        path: 'dataBalikan.fields',
        kind: 'rows',
        when: maySend,
        named: 'balikan',
        row: { code: 'NIK', label: 'NIK', required: true },
        columns: [
          {
            name: 'code',
            kind: 'one',
            words: 'balikanCodes',
            options: ['NIK', 'RECIPIENT_INFO', 'AID_TYPE', 'SERVICE_REGISTRATION_NO', 'SERVICE_TYPE'],
          },
          { name: 'label', kind: 'text' },
          { name: 'required', kind: 'yes' },
          { name: 'maxLength', kind: 'number', optional: true },
          { name: 'codeList', kind: 'list', optional: true },
        ],
      },
      { path: 'codeLists', kind: 'codeLists', when: maySend },
    ],
  },
  {
    section: 'LIMITS',
    items: [
      { path: 'quota.dailyHits', kind: 'number', empty: null, optional: true, when: isAccess },
      { path: 'quota.unlimitedAfterPoc', kind: 'yes', when: isAccess },
      {
        path: 'quota.pocLetter',
        kind: 'text',
        empty: null,
        optional: true,
        when: holds('quota.unlimitedAfterPoc', true),
      },
      { path: 'network.closedOnly', kind: 'yes' },
      { path: 'network.points', kind: 'number' },
      { path: 'network.bandwidthMbps', kind: 'number' },
    ],
  },
  {
    section: 'PEOPLE',
    items: ['accessManager', 'permanentStaffOnly', 'dukcapilApproval', 'sptjm', 'nda'].map(
      (name): FieldSpec => ({ path: `people.${name}`, kind: 'yes' }),
    ),
  },
  {
    section: 'DUTIES',
    items: [
      {
        group: 'reports',
        initial: {
          periods: ['S1', 'S2'],
          deadlineWorkingDays: 10,
          anchor: 'SEMESTER_END',
          to: ['DUKCAPIL_LOCAL'],
          copies: [],
          channels: ['HARD_COPY', 'EMAIL'],
        },
        fields: [
          { path: 'reports.periods', kind: 'some', words: 'periods', options: ['S1', 'S2'] },
          { path: 'reports.deadlineWorkingDays', kind: 'number' },
          {
            path: 'reports.anchor',
            kind: 'one',
            words: 'anchors',
            options: ['SEMESTER_END', 'MONTH_START'],
          },
          {
            path: 'reports.to',
            kind: 'some',
            words: 'receivers',
            options: ['DUKCAPIL_LOCAL', 'DITJEN', 'GOVERNOR'],
            open: true,
          },
          {
            path: 'reports.copies',
            kind: 'some',
            words: 'receivers',
            options: ['DUKCAPIL_LOCAL', 'DITJEN', 'GOVERNOR'],
            open: true,
            optional: true,
          },
          {
            path: 'reports.channels',
            kind: 'some',
            words: 'channels',
            options: ['HARD_COPY', 'EMAIL'],
            open: true,
          },
        ],
      },
      {
        group: 'extension',
        initial: {
          leadMonths: 2,
          addressee: 'DITJEN',
          via: 'DUKCAPIL_LOCAL',
          windowOpensMonthsBefore: 6,
        },
        fields: [
          { path: 'extension.leadMonths', kind: 'number' },
          { path: 'extension.windowOpensMonthsBefore', kind: 'number' },
          { path: 'extension.addressee', kind: 'one', words: 'receivers', options: offices, open: true },
          { path: 'extension.via', kind: 'one', words: 'receivers', options: offices, open: true },
        ],
      },
      {
        group: 'iso27001',
        initial: { required: true, textAsWritten: 'ISO/IEC 27001', monthsFromSigning: 6 },
        fields: [
          { path: 'iso27001.required', kind: 'yes' },
          { path: 'iso27001.textAsWritten', kind: 'text' },
          { path: 'iso27001.monthsFromSigning', kind: 'number' },
        ],
      },
      {
        group: 'endDuties',
        initial: {
          returnSam: true,
          deactivateReader: true,
          samRecipient: 'DITJEN_KI',
          sendVia: 'DUKCAPIL_LOCAL',
          samReturnWorkingDays: 10,
        },
        fields: [
          { path: 'endDuties.returnSam', kind: 'yes' },
          { path: 'endDuties.deactivateReader', kind: 'yes' },
          { path: 'endDuties.samReturnWorkingDays', kind: 'number' },
          { path: 'endDuties.samRecipient', kind: 'one', words: 'receivers', options: offices, open: true },
          { path: 'endDuties.sendVia', kind: 'one', words: 'receivers', options: offices, open: true },
        ],
      },
      {
        group: 'unilateralShutdown',
        initial: { allowedFor: ['PARTY1'], triggers: ['BREACH', 'INCIDENT'] },
        fields: [
          {
            path: 'unilateralShutdown.allowedFor',
            kind: 'some',
            words: 'sides',
            options: ['PARTY1', 'PARTY2'],
            open: true,
          },
          {
            path: 'unilateralShutdown.triggers',
            kind: 'some',
            words: 'triggers',
            options: ['BREACH', 'INCIDENT', 'LEAK', 'MALWARE', 'HACK', 'OTHER'],
            open: true,
          },
        ],
      },
      {
        group: 'contacts',
        initial: { changeNoticeWorkingDays: null },
        fields: [{ path: 'contacts.changeNoticeWorkingDays', kind: 'number', empty: null, optional: true }],
      },
      {
        group: 'monitoring',
        initial: { minPerYear: 1 },
        fields: [{ path: 'monitoring.minPerYear', kind: 'number' }],
      },
    ],
  },
];

export function isGroup(item: FieldSpec | GroupSpec): item is GroupSpec {
  return 'group' in item;
}

/** The fields of a section, those of its groups among them. */
export function fieldsOf({ items }: SectionSpec): readonly FieldSpec[] {
  return items.flatMap((item) => (isGroup(item) ? item.fields : [item]));
}
