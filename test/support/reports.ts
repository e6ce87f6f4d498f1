/** Semester reports as the people of the office carry them through their page. */
import type { ReportRow } from '../../electron/contract/index.ts';
import type { Counter } from './counter.ts';
import { goTo, record } from './form.ts';

const manager = 'uji-widodo';
const head = 'contoh-pratama';

export function reportPages(counter: Counter) {
  async function row(reportId: string): Promise<ReportRow> {
    const found = (await counter.told('reports.list')).find((one) => one.reportId === reportId);
    if (found === undefined) throw new Error(`no report ${reportId}`);
    return found;
  }

  /** Somebody sits down and opens the page anew. */
  async function opens(personId: string): Promise<void> {
    await counter.told('session.practise', { personId });
    await goTo(counter, '#beranda', 'start');
    await goTo(counter, '#laporan', 'reports');
  }

  /** A step that the page offers, with what its form asks for. */
  function takes(event: ReportRow['events'][number], reportId: string, values: readonly string[]) {
    return record(counter, `[data-report="${reportId}"] [data-act="${event}"]`, values);
  }

  /** From frozen figures to the letter that went to Dukcapil. @param day as it is typed, 07122026 */
  async function handIn(reportId: string, number: string, day: string): Promise<void> {
    await opens(manager);
    await takes('SUBMIT', reportId, ['Nihil']);
    await opens(head);
    await takes('SIGN', reportId, [number, day]);
    await opens(manager);
    await takes('DISPATCH', reportId, [day, 'Surat dan surel']);
  }

  return { row, opens, takes, handIn };
}
