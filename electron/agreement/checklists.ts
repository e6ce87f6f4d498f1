/** What has to be there before an agreement opens access, and what has to be settled before it is closed. */
import type { Failure } from '../../native/failure.ts';
import {
  type ActivationItem,
  appFailure,
  type ChecklistItem,
  type EndItem,
  endItems,
  type OpenReport,
  whoMovesReport,
} from '../contract/index.ts';
import type { Known } from './register.ts';
import { type ReportsAtEnd, reportsAtEnd } from './reports-owed.ts';
import type { Room } from './room.ts';

type Activation = ChecklistItem<ActivationItem>;
type End = ChecklistItem<EndItem>;

/** As the message of R-005 lists them. */
const activationNames: Readonly<Record<ActivationItem, string>> = {
  SIGNED: 'penandatanganan',
  APPROVAL_LETTER: 'surat persetujuan',
  TECHNICAL_GUIDE: 'petunjuk teknis atau SOP',
  RESPONSIBLE: 'penanggung jawab hak akses',
  ACCESS_MANAGER: 'pengelola hak akses',
  SPTJM: 'SPTJM',
  OPERATOR_READY: 'operator yang siap',
  NETWORK_POINT: 'titik jaringan',
  USER_ID: 'User ID',
};

const endNames: Readonly<Record<EndItem, string>> = {
  ACCESS_STOPPED: 'akses dihentikan',
  OPERATORS_REVOKED: 'hak akses operator dicabut',
  USER_IDS_REPORTED: 'User ID dilaporkan untuk dinonaktifkan',
  BALIKAN_FLUSHED: 'data balikan terkirim atau diserahkan',
  FINAL_REPORT: 'laporan semester dan laporan akhir',
  SAM_RETURNED: 'kartu SAM dikembalikan',
  READERS_INACTIVE: 'perangkat pembaca dinonaktifkan',
  KEPT_DATA_DECIDED: 'data KTP-el yang disimpan diputuskan',
  NO_DATA_STATEMENT: 'pernyataan tidak menyimpan data',
  ARCHIVED: 'arsip',
};

/** Where one thing alone is missing and has its own message, that message. */
const ownFailures = {
  APPROVAL_LETTER: 'APPROVAL_LETTER_MISSING',
  RESPONSIBLE: 'NO_ACCESS_RESPONSIBLE',
  ACCESS_MANAGER: 'ACCESS_MANAGER_REQUIRED',
  SPTJM: 'SPTJM_MISSING',
} as const satisfies Partial<Record<ActivationItem, string>>;

export function activationChecklist(room: Room, known: Known): Activation[] {
  const { row, profile } = known;
  const { people } = room.ports;
  const id = row.agreement_id;
  const grantsAccess = profile.kind === 'DUKCAPIL_ACCESS';
  const responsible = people.responsible();
  const manager = people.manager();
  const ready = people.readyOperators(id);
  const letter = profile.approvalLetter?.number ?? row.no_letter_reason;
  const items: readonly (Activation & { readonly needed: boolean })[] = [
    { item: 'SIGNED', done: row.status !== 'DRAFT', who: 'ACCESS_MANAGER', needed: true },
    { item: 'APPROVAL_LETTER', ...present(letter), who: 'ACCESS_MANAGER', needed: grantsAccess },
    {
      item: 'TECHNICAL_GUIDE',
      ...present(profile.technicalGuide?.number),
      who: 'ACCESS_MANAGER',
      needed: grantsAccess,
    },
    { item: 'RESPONSIBLE', ...present(responsible?.name), who: 'SAM_OFFICER', needed: true },
    {
      item: 'ACCESS_MANAGER',
      ...present(manager?.name),
      who: 'ACCESS_RESPONSIBLE',
      needed: profile.people.accessManager,
    },
    {
      // Asked for whatever the agreement says of it: the rule is universal (domain 2.2).
      item: 'SPTJM',
      done: people.sptjmValid(id, room.now()),
      who: 'ACCESS_RESPONSIBLE',
      needed: grantsAccess,
    },
    {
      item: 'OPERATOR_READY',
      done: ready > 0,
      detail: String(ready),
      who: 'ACCESS_MANAGER',
      needed: grantsAccess,
    },
    {
      item: 'NETWORK_POINT',
      ...present(connectionSha256(room, id)?.slice(0, 12)),
      who: 'SAM_OFFICER',
      needed: grantsAccess,
    },
    { item: 'USER_ID', ...present(row.user_id_letter), who: 'ACCESS_MANAGER', needed: grantsAccess },
  ];
  return items.map(({ needed, ...item }) => (needed ? item : { ...item, notNeeded: true }));
}

function present(detail: string | null | undefined) {
  return detail === null || detail === undefined ? { done: false } : { done: true, detail };
}

function connectionSha256(room: Room, agreementId: string): string | undefined {
  const { connections } = room.register.tables;
  const read = room.journal.store.read((reader) => connections.find(reader, agreementId)?.sha256);
  return read.ok ? read.value : undefined;
}

export function activationObjection(room: Room, known: Known): Failure | undefined {
  const open = stillOpen(activationChecklist(room, known));
  const [only] = open;
  if (only === undefined) return undefined;
  if (open.length === 1 && only in ownFailures) {
    return appFailure(ownFailures[only as keyof typeof ownFailures], 'agreement.activate');
  }
  const daftar = open.map((item) => activationNames[item]).join(', ');
  return appFailure('ACTIVATION_INCOMPLETE', 'agreement.activate', open.join(' '), { daftar });
}

function stillOpen<Item extends string>(list: readonly ChecklistItem<Item>[]): Item[] {
  return list.filter(({ done, notNeeded }) => !done && notNeeded !== true).map(({ item }) => item);
}

/** What a person may settle; the rest is counted. */
const byHand: ReadonlySet<EndItem> = new Set([
  'USER_IDS_REPORTED',
  'READERS_INACTIVE',
  'KEPT_DATA_DECIDED',
  'NO_DATA_STATEMENT',
  'ARCHIVED',
]);

/** Readers are counted where they are on the inventory. */
export function maySettle(room: Room, agreementId: string, item: EndItem): boolean {
  if (item === 'READERS_INACTIVE' && room.ports.leftovers.readers(agreementId).all > 0) return false;
  return byHand.has(item);
}

/** @param settled notes of the items settled by hand */
export function endChecklist(room: Room, known: Known, settled: ReadonlyMap<string, string>): End[] {
  const { row, profile } = known;
  const { people, leftovers } = room.ports;
  const id = row.agreement_id;
  const grantsAccess = profile.kind === 'DUKCAPIL_ACCESS';
  const readers = leftovers.readers(id);
  const counts: Readonly<Partial<Record<EndItem, number>>> = {
    OPERATORS_REVOKED: people.unrevokedOperators(id),
    BALIKAN_FLUSHED: leftovers.openBalikan(id),
    KEPT_DATA_DECIDED: leftovers.keptRecords(id),
    SAM_RETURNED: leftovers.sams(id).open,
    ...(readers.all === 0 ? {} : { READERS_INACTIVE: readers.open }),
  };
  const notNeeded: ReadonlySet<EndItem> = new Set([
    ...(grantsAccess ? [] : accessOnly),
    ...(leftovers.sams(id).all === 0 ? ['SAM_RETURNED' as const] : []),
    ...(profile.accessMethods.includes('CARD_READER') ? [] : ['READERS_INACTIVE' as const]),
    ...(profile.reports === undefined ? ['FINAL_REPORT' as const] : []),
  ]);
  return endItems.map((item): End => {
    const settles = maySettle(room, id, item);
    const note = settles ? settled.get(item) : undefined;
    const count = counts[item];
    const detail = note ?? (count === undefined ? undefined : String(count));
    return {
      item,
      done: item === 'ACCESS_STOPPED' || note !== undefined || count === 0,
      who: whoSettles(item),
      ...(settles ? { byHand: true as const } : {}),
      ...(notNeeded.has(item) ? { notNeeded: true as const } : {}),
      ...(detail === undefined ? {} : { detail }),
      ...(item === 'FINAL_REPORT' ? reportsEntry(reportsAtEnd(room, known)) : {}),
    };
  });
}

/** The oldest report that is missing is the next step, and whoever makes it. */
function reportsEntry({
  done,
  open,
  letter,
}: ReportsAtEnd): Pick<End, 'done' | 'who' | 'detail' | 'reports'> {
  const [next] = open;
  return {
    done,
    who: next === undefined ? 'ACCESS_MANAGER' : whoMovesReport(next.status),
    ...(done && letter !== undefined ? { detail: letter } : {}),
    ...(done ? {} : { reports: open }),
  };
}

const accessOnly: readonly EndItem[] = [
  'OPERATORS_REVOKED',
  'USER_IDS_REPORTED',
  'BALIKAN_FLUSHED',
  'FINAL_REPORT',
  'READERS_INACTIVE',
  'KEPT_DATA_DECIDED',
  'NO_DATA_STATEMENT',
];

function whoSettles(item: EndItem): End['who'] {
  if (item === 'ACCESS_STOPPED' || item === 'OPERATORS_REVOKED') return 'SYSTEM';
  return item === 'SAM_RETURNED' || item === 'READERS_INACTIVE' ? 'SAM_OFFICER' : 'ACCESS_MANAGER';
}

export function closingObjection(list: readonly End[]): Failure | undefined {
  const open = stillOpen(list);
  if (open.length === 0) return undefined;
  const missing = list.flatMap(({ reports = [] }) => reports).map(reportName);
  const daftar = open
    .map((item) => (item === 'FINAL_REPORT' && missing.length > 0 ? missing.join(', ') : endNames[item]))
    .join(', ');
  return appFailure('CLOSING_INCOMPLETE', 'agreement.close', open.join(' '), { daftar });
}

function reportName({ year, half, final }: OpenReport): string {
  return `laporan ${final ? 'akhir ' : ''}Semester ${half === 1 ? 'I' : 'II'} Tahun ${year}`;
}
