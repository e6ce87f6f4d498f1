/** Weekdays and dates as Indonesian papers write them (domain 5.0). The weekday is computed, never believed. */
import type { Day } from './day.ts';

const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

export function weekdayName(day: Day): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

export function monthName(day: Day): string {
  return months[Number(day.slice(5, 7)) - 1] ?? '';
}

/** `2025-05` is `Mei 2025`. */
export function monthInText(month: string): string {
  return `${monthName(`${month}-01`)} ${month.slice(0, 4)}`;
}

/** `2025-05-20` is `20 Mei 2025`. */
export function dayInText(day: Day): string {
  const [year, , date] = day.split('-').map(Number);
  return `${date} ${monthName(day)} ${year}`;
}

/** A date that the calendar knows: `2026-02-29` is none. */
export function isRealDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
