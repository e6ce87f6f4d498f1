/** When a field of the profile is asked for: what one answer makes of the next. Pure. */
import { type Draft, valueAt } from '../parts/draft.ts';

export function isAccess(profile: Draft): boolean {
  return profile.kind !== 'DATA_INTEROP';
}

export function holds(path: string, wanted: unknown): (profile: Draft) => boolean {
  return (profile) => valueAt(profile, path) === wanted;
}

export function listAt(profile: Draft, path: string): readonly unknown[] {
  const value = valueAt(profile, path);
  return Array.isArray(value) ? value : [];
}

export function hasList(path: string): (profile: Draft) => boolean {
  return (profile) => listAt(profile, path).length > 0;
}

export function granted(method: string): (profile: Draft) => boolean {
  return (profile) => isAccess(profile) && listAt(profile, 'accessMethods').includes(method);
}

export const mayRead = granted('CARD_READER');

/** Fields of data balikan mean something only where somebody sends them. */
export function maySend(profile: Draft): boolean {
  const mode = valueAt(profile, 'dataBalikan.mode');
  return mode === 'PUSH_WEB_SERVICE' || mode === 'MANUAL';
}
