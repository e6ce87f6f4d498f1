/** The sub-pages of home, by the hash of the address. */
import { useSyncExternalStore } from 'react';

export const places = ['start', 'outbox', 'kept', 'audit', 'devices'] as const;
export type Place = (typeof places)[number];

export const hashOf: Readonly<Record<Place, string>> = {
  start: '#beranda',
  outbox: '#data-balikan',
  kept: '#data-tersimpan',
  audit: '#jejak-audit',
  devices: '#perangkat',
};

export function placeOf(hash: string): Place {
  return places.find((place) => hashOf[place] === hash) ?? 'start';
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => placeOf(window.location.hash));
}

export function go(place: Place): void {
  window.location.hash = hashOf[place];
}
