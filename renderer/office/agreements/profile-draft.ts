/** A profile on its way from the form to main: what an empty one starts from, and what is left out again. Pure. */
import { type Draft, valueAt, withValue } from '../parts/draft.ts';
import { isAccess, listAt, mayRead, maySend } from './profile-conditions.ts';
import { fieldsOf, isGroup } from './profile-field-kinds.ts';
import { profileSections } from './profile-fields.ts';

export const emptyProfile: Draft = {
  kind: 'DUKCAPIL_ACCESS',
  numbers: {},
  parties: { party1: { label: 'PIHAK KESATU' }, party2: { label: 'PIHAK KEDUA' } },
  term: { rule: 'FIXED_END' },
  timeZone: 'Asia/Jakarta',
  accessMethods: [],
  identityDocuments: ['KTP_EL'],
  elements: {},
  storableFromCard: [],
  readerPolicy: 'NOT_ALLOWED',
  photoForHolderCheck: false,
  storeAfterManualHolderCheck: false,
  quota: { dailyHits: null, unlimitedAfterPoc: false, pocLetter: null },
  network: { closedOnly: true, points: 1, bandwidthMbps: 1 },
  people: {
    accessManager: true,
    permanentStaffOnly: true,
    dukcapilApproval: false,
    sptjm: true,
    nda: true,
  },
  services: [],
  codeLists: {},
  dataBalikan: { mode: 'PUSH_WEB_SERVICE', fields: [{ code: 'NIK', label: 'NIK', required: true }] },
};

/** What an agreement between systems says of access: nothing, whatever was filled in before its kind was chosen. */
const nothingGranted: Draft = {
  accessMethods: [],
  identityDocuments: [],
  elements: {},
  storableFromCard: [],
  readerPolicy: 'NOT_ALLOWED',
  photoForHolderCheck: false,
  storeAfterManualHolderCheck: false,
  quota: { dailyHits: null, unlimitedAfterPoc: false, pocLetter: null },
  services: [],
  codeLists: {},
  dataBalikan: { mode: 'NONE', fields: [] },
};

/** As it goes to main: without what is blank, and without answers to what is not asked any more. */
export function profileToSend(draft: Draft): Draft {
  const asked = isAccess(draft) ? askedOnly(draft) : { ...draft, ...nothingGranted };
  return filled(withNulls(withoutGroups(asked))) as Draft;
}

/** Where an empty text says that there is none, that is what is sent. */
function withNulls(draft: Draft): Draft {
  const open = profileSections.flatMap(fieldsOf).filter((field) => 'empty' in field && field.empty === null);
  return open.reduce((sent, { path }) => {
    const [parent = ''] = path.split('.');
    const value = valueAt(sent, path);
    const blank = value === undefined || (typeof value === 'string' && value.trim() === '');
    return blank && valueAt(sent, parent) !== undefined ? withValue(sent, path, null) : sent;
  }, draft);
}

function askedOnly(draft: Draft): Draft {
  const methods = listAt(draft, 'accessMethods').map(String);
  const elements = Object.entries((draft.elements ?? {}) as Draft);
  const kept = mayRead(draft) ? listAt(draft, 'storableFromCard') : [];
  const { storageRetention, ...others } = draft;
  return {
    ...others,
    ...(kept.length > 0 ? { storageRetention } : {}),
    elements: Object.fromEntries(elements.filter(([method]) => methods.includes(method))),
    storableFromCard: kept,
    photoForHolderCheck: mayRead(draft) && draft.photoForHolderCheck === true,
    dataBalikan: {
      mode: valueAt(draft, 'dataBalikan.mode'),
      fields: maySend(draft) ? listAt(draft, 'dataBalikan.fields') : [],
    },
  };
}

/** Groups that have no place in this agreement. */
function withoutGroups(draft: Draft): Draft {
  const gone = profileSections
    .flatMap(({ items }) => items)
    .filter(isGroup)
    .filter(({ when }) => when !== undefined && !when(draft))
    .map(({ group }) => group);
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !gone.includes(name)));
}

/** A blank text says nothing and is left out; everything else stays. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, part]) => part !== undefined && !(typeof part === 'string' && part.trim() === ''),
  );
  return Object.fromEntries(kept.map(([name, part]) => [name, filled(part)]));
}

/** A profile as a file has it, in the one form that the fields know. Main counts the versions. */
export function asDraft({ profileVersion: _, ...profile }: Draft): Draft {
  const storableFromCard = listAt(profile, 'storableFromCard').map((item) =>
    // Short for: kept for the purpose of the agreement.
    typeof item === 'string' ? { element: item, reason: 'tujuan Perjanjian Kerja Sama' } : item,
  );
  return { ...emptyProfile, ...profile, storableFromCard };
}
