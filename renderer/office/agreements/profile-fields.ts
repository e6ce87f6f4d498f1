/**
 * The one table of what a profile holds: section → field → kind. The editor draws its forms from it, the page of an agreement and
 * the inbox of approvals take from it how a place is called and how its value is read. Pure.
 */
import { granted, hasList, holds, isAccess, mayRead, maySend } from './profile-conditions.ts';
import { duties } from './profile-duties.ts';
import type { FieldSpec, SectionSpec } from './profile-field-kinds.ts';

const methods = ['WEB_PORTAL', 'WEB_SERVICE', 'CARD_READER', 'IKD_CHECK'] as const;
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
      { path: 'network.bandwidthLetter', kind: 'text', optional: true },
    ],
  },
  {
    section: 'PEOPLE',
    items: ['accessManager', 'permanentStaffOnly', 'dukcapilApproval', 'sptjm', 'nda'].map(
      (name): FieldSpec => ({ path: `people.${name}`, kind: 'yes' }),
    ),
  },
  duties,
];
