/** How numbers, dates, durations and NIKs are written, in both languages. Pure. */
import type { Language } from '../language.ts';

export { writtenDay as longDate } from '../../electron/contract/written.ts';

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** `400101 520388 0001`: region, birth and serial, the way an officer compares them; shorter input yields fewer groups. */
export function nikGroups(digits: string): string[] {
  return [digits.slice(0, 6), digits.slice(6, 12), digits.slice(12)].filter((group) => group !== '');
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** `2028-03-02` → `2 Mar 2028`. */
export function shortDate(isoDate: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(isoDate)) return isoDate;
  const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  return date.toLocaleDateString(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `2026-07` → `Juli 2026`. */
export function monthAndYear(month: string, language: Language): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return first.toLocaleDateString(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

export function today(now: number, language: Language): string {
  return new Date(now).toLocaleDateString(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

export function moment(epochMs: number, language: Language): string {
  return new Date(epochMs).toLocaleString(locales[language], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

export function clock(epochMs: number, language: Language): string {
  return new Date(epochMs).toLocaleTimeString(locales[language], { hour: '2-digit', minute: '2-digit' });
}

export function number(value: number, language: Language): string {
  return value.toLocaleString(locales[language]);
}

/** Where there is room for a few signs only: `238 rb`. */
export function roughly(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { notation: 'compact' }).format(value);
}

/** The largest whole unit: `45 menit`, `3 jam`, `2 hari`. */
export function age(ms: number, language: Language): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return inUnit(Math.max(1, minutes), 'minute', language);
  if (minutes < 24 * 60) return inUnit(Math.floor(minutes / 60), 'hour', language);
  return inUnit(Math.floor(minutes / (24 * 60)), 'day', language);
}

/** `2,3 detik`. */
export function seconds(ms: number, language: Language): string {
  return inUnit(Math.round(ms / 100) / 10, 'second', language);
}

type Unit = 'second' | 'minute' | 'hour' | 'day';

function inUnit(value: number, unit: Unit, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(value);
}

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

/** Pagi until 11, siang until 15, sore until 18, then malam. */
export function partOfDay(hour: number): PartOfDay {
  if (hour < 11) return 'morning';
  if (hour < 15) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** `Simula Ningsih` → `Simula`. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
