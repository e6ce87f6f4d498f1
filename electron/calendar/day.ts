/**
 * Civil days: which day it is in a time zone, when that day ends, and arithmetic on days without a clock. A day is text,
 * `YYYY-MM-DD`; it has no hour and no zone, so it cannot slip when a computer changes either.
 */

/** `YYYY-MM-DD`. */
export type Day = string;

const msPerDay = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** Minutes east of Greenwich, as milliseconds, that the zone has at this instant. */
function offsetAt(epochMs: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(epochMs / 1000) * 1000;
}

function numbersOf(day: Day): readonly [year: number, month: number, date: number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) throw new RangeError('a day is written YYYY-MM-DD');
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function utcOf(day: Day): number {
  const [year, month, date] = numbersOf(day);
  return Date.UTC(year, month - 1, date);
}

function dayOfUtc(utc: number): Day {
  return new Date(utc).toISOString().slice(0, 10);
}

/** The day it is at this instant in the zone, e.g. `localDay(clock.now(), 'Asia/Jakarta')`. */
export function localDay(epochMs: number, zone: string): Day {
  return dayOfUtc(epochMs + offsetAt(epochMs, zone));
}

/** The first instant of the day in the zone, in epoch milliseconds. */
export function startOfDay(day: Day, zone: string): number {
  const wall = utcOf(day);
  // The offset is asked twice, because the first answer belongs to a moment up to a day away.
  const near = wall - offsetAt(wall, zone);
  return wall - offsetAt(near, zone);
}

/** The last millisecond of the day in the zone: an agreement is in force through it and not beyond. */
export function endOfDay(day: Day, zone: string): number {
  return startOfDay(addDays(day, 1), zone) - 1;
}

export function addDays(day: Day, days: number): Day {
  return dayOfUtc(utcOf(day) + days * msPerDay);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same date in another month; where that month is shorter, its last day (domain 6.4). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = numbersOf(day);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12 + 1;
  return dayOfUtc(
    Date.UTC(targetYear, targetMonth - 1, Math.min(date, daysInMonth(targetYear, targetMonth))),
  );
}

/** Adds an ISO 8601 duration of years, months and days such as `P2Y` or `P1Y6M`: months first, clamped once, then days. */
export function addPeriod(day: Day, period: string): Day {
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period);
  if (match === null) throw new RangeError('a period is written P…Y…M…D');
  const [, years = '0', months = '0', days = '0'] = match;
  return addDays(addMonths(day, Number(years) * 12 + Number(months)), Number(days));
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / msPerDay);
}
