/** What was seen of a day, and what was measured, in lines that stand before the closing one. */
import type { Trace } from '../memory-scan.ts';
import type { Ledgers } from './ledgers.ts';
import type { Growth, Sample } from './memory.ts';

export interface Observed {
  readonly ledgers: Ledgers;
  readonly samples: readonly Sample[];
  readonly traces: readonly Trace[];
  readonly seconds: number;
}

export function reportOf({ ledgers, samples, seconds }: Observed, growth: Growth | undefined): string[] {
  const { diary, books, shown, morning, dukcapil, dailyHits } = ledgers;
  const { outbox } = shown.home;
  const accepted = dukcapil.ledger.reduce((sum, one) => sum + one.accepted, 0);
  const twice = dukcapil.ledger.reduce((sum, one) => sum + one.duplicates, 0);
  const statuses = counts(books.items.map(({ status }) => status));
  const open = shown.agenda.filter(({ key }) => !morning.includes(key)).map(({ say }) => say);
  const megabytes = (of: 'main' | 'all') => samples.map((sample) => Math.round(sample[of].own / 1024));
  return [
    `day: ${seconds} seconds for ${diary.length} visits, ${Math.max(...samples.map(({ life }) => life))} lives of the program`,
    `visits: ${counts(diary.map(({ final }) => final))}; ${counts(diary.map(({ ending }) => ending))}`,
    `answers: ${counts(diary.flatMap(({ met }) => met))}; ${books.quotaUsed} hits of ${dailyHits}`,
    `data balikan: ${statuses}; shown as waiting ${outbox.waiting}, for a person ${outbox.needsPerson}; Dukcapil accepted ${accepted}, had ${twice} already`,
    `consents: ${counts(books.consents.map(({ decision }) => decision))}; ${books.consents.filter(({ kept }) => kept).length} records kept`,
    `agenda: ${morning.length} duties from before, new and open: ${open.join(', ')}`,
    `log: ${shown.log}`,
    `memory of their own: main ${range(megabytes('main'))}, all processes ${range(megabytes('all'))}; ${grown(growth)}`,
  ];
}

function grown(growth: Growth | undefined): string {
  if (growth === undefined) return 'too few visits to tell growth';
  const { ofMain, ofAll, over } = growth;
  return `grown over ${over} visits by ${ofMain.toFixed(1)} % (main) and ${ofAll.toFixed(1)} % (all)`;
}

function range(megabytes: readonly number[]): string {
  return `${megabytes[0]}–${megabytes.at(-1)} MB (most ${Math.max(...megabytes)})`;
}

function counts(things: readonly string[]): string {
  const found = new Map<string, number>();
  for (const thing of things) found.set(thing, (found.get(thing) ?? 0) + 1);
  return [...found].map(([thing, n]) => `${thing} ${n}`).join(', ');
}
