/** Days as people here write them, `05-10-2026`, and as the contract keeps them, `2026-10-05`. Pure. */

/** The ISO day, or `undefined` as long as the text is not a day of the calendar. */
export function dayOf(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text.trim()) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // The 31st of February becomes a day of March: not what was written.
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** An ISO day as it is written here; anything else comes back as it is. */
export function textOf(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? day : `${date}-${month}-${year}`;
}

/** What was typed, with the hyphens one need not type. Other separators become hyphens; taking away adds nothing. */
export function whileTyping(typed: string, before: string): string {
  const text = typed
    .replaceAll(/[/. ]/g, '-')
    .replaceAll(/[^\d-]/g, '')
    .slice(0, 10);
  const grows = text.length > before.length;
  return grows && /^(\d{2}|\d{1,2}-\d{2})$/.test(text) ? `${text}-` : text;
}
