/** Days, times and periods as a person writes them, in both languages. Pure, and the same on paper and on the screen. */
import type { LocalText } from '../../native/failure.ts';

export type Tongue = keyof LocalText;

const locales: Readonly<Record<Tongue, string>> = { id: 'id-ID', en: 'en-GB' };

/** `2028-03-02` → `Kamis, 2 Maret 2028`. Anything else comes back as it is. */
export function writtenDay(day: string, tongue: Tongue): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locales[tongue], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

const zoneSigns: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `5 Oktober 2026 08.12 WIB`: the zone is written, for a paper travels. */
export function writtenMoment(epochMs: number, zone: string, tongue: Tongue): string {
  const at = new Date(epochMs);
  const day = at.toLocaleDateString(locales[tongue], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `${day} ${writtenTime(epochMs, zone, tongue)} ${zoneSign(zone)}`;
}

/** `08.12` */
export function writtenTime(epochMs: number, zone: string, tongue: Tongue): string {
  return new Date(epochMs).toLocaleTimeString(locales[tongue], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** `WIB`, `WITA`, `WIT` */
export function zoneSign(zone: string): string {
  return zoneSigns[zone] ?? zone;
}

/** A period of the profile, ISO 8601: `P2Y` → `2 tahun`. Anything else comes back as it is. */
export function writtenPeriod(period: string, tongue: Tongue): string {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period);
  if (parts === null) return period;
  return (['year', 'month', 'day'] as const)
    .flatMap((unit, index) => {
      const count = Number(parts[index + 1] ?? 0);
      if (count === 0) return [];
      const form = { style: 'unit', unit, unitDisplay: 'long' } as const;
      return [new Intl.NumberFormat(locales[tongue], form).format(count)];
    })
    .join(' ');
}
