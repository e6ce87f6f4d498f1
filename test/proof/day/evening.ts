/** What the program shows of the day before it is closed: figures, lists, agenda, report, and its log as a file with its checkpoint. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type {
  AgendaItem,
  OpenHome,
  RequestRow,
  SemesterReportFields,
} from '../../../electron/contract/index.ts';
import { root } from '../../../scripts/folders.mjs';
import type { Counter } from '../../support/counter.ts';
import { willSaveAs } from '../../support/file-dialog.ts';
import { auditor, head, manager } from './people.ts';
import { dayOpens } from './plan.ts';

const agreementId = 'tirta-pangan';
const date = dayOpens.slice(0, 10);

export interface Shown {
  readonly home: OpenHome;
  readonly agenda: readonly AgendaItem[];
  readonly requests: readonly RequestRow[];
  readonly incidents: readonly {
    readonly incidentId: string;
    readonly confirmedAt: number | null;
    readonly closedAt: number | null;
  }[];
  readonly report: SemesterReportFields;
  /** The one line of `npm run audit:verify`. */
  readonly log: string;
}

export function agendaOf(counter: Counter): Promise<readonly AgendaItem[]> {
  return counter.as(head, async () => (await counter.told('agenda.view')).items);
}

/** To be asked at home. */
export async function shownAtEvening(counter: Counter): Promise<Shown> {
  const agenda = await agendaOf(counter);
  const ofManager = await counter.as(manager, async () => ({
    requests: await counter.told('requests.list'),
    incidents: await counter.told('incidents.list'),
    report: await counter.told('reports.figures', { agreementId, from: date, to: date }),
  }));
  const log = await counter.as(auditor, () => verifiedLog(counter));
  return { home: await counter.home(), agenda, log, ...ofManager };
}

/** Exported by the auditor, and verified as anybody would who has the file and the paper. */
async function verifiedLog(counter: Counter): Promise<string> {
  const file = join(counter.world.folder, 'jejak-audit.jsonl');
  await willSaveAs(counter, file);
  const exported = await counter.told('audit.export');
  if (exported === null) throw new Error('the dialog was closed');
  const script = join(root, 'scripts', 'audit-verify.mjs');
  const asked = spawnSync(process.execPath, [script, file, '--checkpoint', exported.checkpoint], {
    encoding: 'utf8',
  });
  return asked.stdout.trim();
}
