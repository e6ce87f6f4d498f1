/** The places of home, by the hash of the address: `#pks/tirta-pangan` is the place `agreements` and in it one agreement. */
import { useSyncExternalStore } from 'react';
import type { Action } from '../../electron/contract/index.ts';

export const places = [
  'start',
  'agenda',
  'reports',
  'incidents',
  'outbox',
  'kept',
  'requests',
  'devices',
  'setup',
  'agreements',
  'people',
  'papers',
  'approvals',
  'audit',
] as const;
export type Place = (typeof places)[number];

export const hashOf: Readonly<Record<Place, string>> = {
  start: '#beranda',
  agenda: '#agenda',
  reports: '#laporan',
  incidents: '#insiden',
  outbox: '#data-balikan',
  kept: '#data-tersimpan',
  requests: '#permintaan',
  devices: '#perangkat',
  audit: '#jejak-audit',
  setup: '#persiapan',
  agreements: '#pks',
  people: '#orang',
  papers: '#surat',
  approvals: '#persetujuan',
};

/** Who may look at one of these actions may enter the place; a place without any is open to everybody who is signed in. */
const seenBy: Readonly<Partial<Record<Place, readonly Action[]>>> = {
  agenda: ['PREPARE_DOCUMENTS'],
  reports: ['PREPARE_DOCUMENTS'],
  incidents: ['REPORT_INCIDENT'],
  outbox: ['HANDLE_OUTBOX'],
  kept: ['OPEN_KEPT', 'COMPLETE_REQUEST'],
  requests: ['COMPLETE_REQUEST', 'TAKE_REQUEST'],
  audit: ['READ_AUDIT'],
  setup: ['SET_UP'],
  agreements: ['DRAFT_AGREEMENT'],
  people: ['PROPOSE_OPERATOR', 'SET_UP'],
  papers: ['PREPARE_DOCUMENTS'],
  approvals: ['CONFIRM_AGREEMENT', 'RECORD_NEW_HEAD'],
};

export function mayEnter(place: Place, maySee: readonly Action[]): boolean {
  const actions = seenBy[place];
  return actions === undefined || actions.some((action) => maySee.includes(action));
}

export interface Whereabouts {
  readonly place: Place;
  /** What in the place is open: an agreement, a person. */
  readonly detail: string | undefined;
}

export function whereaboutsOf(hash: string): Whereabouts {
  const [head, ...rest] = hash.split('/');
  const detail = rest.join('/');
  return {
    place: places.find((place) => hashOf[place] === head) ?? 'start',
    detail: detail === '' ? undefined : decodeURIComponent(detail),
  };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useWhereabouts(): Whereabouts {
  return whereaboutsOf(useSyncExternalStore(subscribe, () => window.location.hash));
}

/** The address of a place, or of one thing in it. */
export function addressOf(place: Place, detail?: string): string {
  return detail === undefined ? hashOf[place] : `${hashOf[place]}/${encodeURIComponent(detail)}`;
}

export function go(place: Place, detail?: string): void {
  window.location.hash = addressOf(place, detail);
}
