/**
 * `npm run visit -- --profile FILE --service NAME [--consent yes|no] [--json] [--wait SECONDS] [--data DIR]`
 *
 * One visit without a window, under plain Node: the real visit core, reader pair, desk, ledgers and sender, with a scripted
 * officer in place of the page. Prints facts only – states, outcome codes, element codes, times – and never a value; how far it is
 * stands on standard error.
 *
 * Exit codes: 0 the visit ended in a final state · 1 it did not (nobody came) · 2 wrong arguments or profile · 3 the keys or the
 * database cannot be opened. Data balikan that was not acknowledged is reported, and its folder kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPcscTransport, type Failure } from '../../native/index.ts';
import { readCounterFile } from '../agreement/index.ts';
import {
  type CounterFile,
  type FromVisit,
  finalVisitStates,
  type VisitState,
  type VisitView,
} from '../contract/index.ts';
import type { VisitFact } from '../host/index.ts';
import { openWired, ready, toBase64, toWirePair } from '../sealing/index.ts';
import { deliver } from '../sender/index.ts';
import { systemClock, trainingWrapper } from '../store/index.ts';
import { type AssembledVisit, assembleVisit, type MainLink } from '../visit/index.ts';
import type { CounterSetting } from './counter-setting.ts';
import { deskFor } from './desk.ts';
import { type Installation, openInstallation } from './installation.ts';
import { CounterPolicy } from './policy.ts';
import { needsSecondOfficer, nextIntent } from './scripted-officer.ts';

interface Arguments {
  readonly profile: string;
  readonly service: string;
  readonly consent: boolean;
  readonly json: boolean;
  readonly waitMs: number;
  readonly data: string | undefined;
}

/** What one visit leaves behind for a person or a program to read. */
interface Report {
  final: VisitState | null;
  states: VisitState[];
  read: { ms: number | null; failures: string[] };
  inquiry: {
    outcome: string | null;
    differing: string[];
    ms: number | null;
    attempts: number;
    failure: string | null;
  };
  holder: string | null;
  consent: 'GRANTED' | 'REFUSED' | null;
  service: string;
  registrationNo: string;
  dataBalikan: string | null;
  tapToIdentityMs: number | null;
  failures: string[];
}

const officer = { id: 'simula-ningsih', name: 'Simula Ningsih' };
/** There is nobody to sign in beside a script; what it reports is that the profile asks for one. */
const secondOfficer = { purpose: 'SECOND_OFFICER', officerId: 'petugas-kedua', reason: 'NO_PHOTO' } as const;

const usage =
  'usage: npm run visit -- --profile FILE --service NAME [--consent yes|no] [--json] [--wait SECONDS] [--data DIR]';

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const file = readCounterFile(given.profile);
  if (!file.ok) return complain(file.failure, 2);
  const { agreement } = file.value;
  // A profile that lists no services leaves it to the counter what they are called.
  if (agreement.services.length === 0) {
    agreement.services.push({ code: codeOf(given.service), name: given.service });
  }
  const service = agreement.services.find(
    ({ code, name }) => code === given.service || name.toLowerCase() === given.service.toLowerCase(),
  );
  if (service === undefined) {
    const known = agreement.services.map(({ code }) => code).join(', ');
    process.stderr.write(`The profile has no service ${given.service}. It has: ${known}\n`);
    return 2;
  }
  await ready();
  const folder = given.data === undefined ? mkdtempSync(join(tmpdir(), 'ketuk-visit-')) : resolve(given.data);
  const installation = await openInstallation(folder, trainingWrapper, systemClock);
  if (!installation.ok) return complain(installation.failure, 3);
  const { report, owes } = await serve(installation.value, file.value, service.code, given).finally(() =>
    installation.value.close(),
  );
  print(report, given.json);
  if (owes) {
    // A folder whose outbox is not empty is never thrown away, temporary or not.
    process.stderr.write(`Data balikan was not acknowledged and is kept in ${folder}\n`);
  } else if (given.data === undefined) rmSync(folder, { recursive: true, force: true });
  return report.final === null ? 1 : 0;
}

async function serve(
  installation: Installation,
  file: CounterFile,
  serviceCode: string,
  given: Arguments,
): Promise<{ report: Report; owes: boolean }> {
  const setting: CounterSetting = {
    agreement: () => file.agreement,
    connection: () => file.connection,
    // Residents with province code 40 are the only ones a tool without accounts should ever meet.
    training: true,
    samples: true,
    officer: () => officer,
    counter: { name: 'Loket 1', sign: 'L1' },
  };
  const desk = deskFor(installation, setting);
  const policy = new CounterPolicy(installation, setting, desk, () => undefined);
  policy.selectService(serviceCode);
  const briefed = policy.brief({ ignorePresentCard: false });
  if (!briefed.ok) return refused(briefed.failure, serviceCode);
  const briefing = briefed.value;
  const report = emptyReport(serviceCode, briefing.registrationNo);
  await new Promise<void>((ended) => {
    const main = directMainLink(policy, briefing.visitId, report);
    const transport = createPcscTransport();
    const assembled: AssembledVisit = assembleVisit(
      briefing,
      transport,
      main,
      { show: (view) => setImmediate(() => act(view)) },
      () => {
        clearTimeout(patience);
        void assembled.dispose().then(ended);
      },
    );
    const act = (view: VisitView) => {
      noteView(report, view);
      if (view.identity.length > 0) assembled.visit.identityRendered();
      if (needsSecondOfficer(view)) void assembled.visit.cosigned(secondOfficer);
      const intent = nextIntent(view, given.consent);
      if (intent !== undefined) void assembled.visit.act(intent);
    };
    const patience = setTimeout(() => {
      report.failures.push('NOBODY_CAME');
      assembled.visit.stop();
    }, given.waitMs);
    assembled.visit.start();
  });
  if (report.states.length === 0) report.final = null;
  report.dataBalikan = await deliverOwed(installation, file);
  return { report, owes: report.dataBalikan !== null && report.dataBalikan !== 'ACKNOWLEDGED' };
}

/** Nobody can be served under this file: the agreement is over, the clock was set back. */
function refused({ code, cause, cure }: Failure, serviceCode: string): { report: Report; owes: boolean } {
  process.stderr.write(`visit: ${code}: ${cause.en} ${cure.en}\n`);
  return { report: { ...emptyReport(serviceCode, ''), failures: [code] }, owes: false };
}

/** The same policy as under Electron, without the ports in between. */
function directMainLink(policy: CounterPolicy, visitId: string, report: Report): MainLink {
  return {
    askPermit: async (request) => policy.permit(visitId, request),
    askRecordKey: async () => policy.recordKey(visitId),
    store: async (fact) => policy.store(visitId, fact),
    tell: (fact) => {
      noteFact(report, fact);
      policy.note(visitId, fact);
    },
  };
}

/** Sends what this visit owes, once, where it is sent; what fails stays queued as it would at a counter. */
async function deliverOwed(
  installation: Installation,
  { agreement, connection }: CounterFile,
): Promise<string | null> {
  const owing = installation.outbox.agreements();
  if (!owing.ok) return owing.failure.code;
  if (!owing.value.includes(agreement.profileId)) return null;
  if (agreement.dataBalikan.mode !== 'PUSH_WEB_SERVICE') return 'QUEUED';
  const picked = installation.outbox.pick(agreement.profileId, 1);
  if (!picked.ok) return picked.failure.code;
  const [owed] = picked.value;
  if (owed === undefined) return null;
  if (connection.dataBalikan === undefined) return 'BALIKAN_CHANNEL_MISSING';
  const { itemId, envelope } = owed;
  const [outcome] = await deliver(
    {
      items: [{ itemId, envelope: toBase64(envelope) }],
      key: toWirePair(installation.keys.outbox),
      endpoint: connection.dataBalikan,
      closedNetwork: connection.closedNetwork,
    },
    { open: openWired, now: Date.now },
  );
  if (outcome === undefined) return 'SENDER_PROCESS_DIED';
  installation.outbox.settle(itemId, outcome);
  return outcome.kind === 'TECHNICAL' ? outcome.failure.code : outcome.kind;
}

function noteView(report: Report, { failure, consentDecision }: VisitView): void {
  if (failure !== undefined && report.failures.at(-1) !== failure.code) {
    process.stderr.write(`visit: ${failure.code}: ${failure.cause.en} ${failure.cure.en}\n`);
    report.failures.push(failure.code);
  }
  if (consentDecision !== undefined) report.consent = consentDecision;
}

function noteFact(report: Report, fact: VisitFact | FromVisit): void {
  switch (fact.kind) {
    case 'moved':
      process.stderr.write(`visit: ${fact.to}\n`);
      report.states.push(fact.to);
      if (finalVisitStates.has(fact.to)) report.final = fact.to;
      return;
    case 'read':
      if (fact.outcome === 'OK') report.read.ms = Math.round(fact.ms);
      else if (fact.failure !== undefined) report.read.failures.push(fact.failure);
      return;
    case 'inquired':
      report.inquiry = {
        outcome: fact.outcome,
        differing: [...fact.differing],
        ms: Math.round(fact.ms),
        attempts: fact.attempts,
        failure: fact.failure ?? null,
      };
      return;
    case 'holder':
      report.holder = fact.verdict;
      return;
    case 'identityShown':
      report.tapToIdentityMs = Math.round(fact.msSinceTap);
      return;
    case 'closed':
      if (report.states.length > 0) report.final = fact.state;
  }
}

function emptyReport(service: string, registrationNo: string): Report {
  return {
    final: null,
    states: [],
    read: { ms: null, failures: [] },
    inquiry: { outcome: null, differing: [], ms: null, attempts: 0, failure: null },
    holder: null,
    consent: null,
    service,
    registrationNo,
    dataBalikan: null,
    tapToIdentityMs: null,
    failures: [],
  };
}

function print(report: Report, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return;
  }
  process.stdout.write(
    [
      `visit: ${report.states.join(' → ') || 'nobody came'}`,
      `read: ${report.read.ms === null ? 'none' : `${report.read.ms} ms`} ${report.read.failures.join(', ')}`.trim(),
      `inquiry: ${report.inquiry.outcome ?? 'none'} ${report.inquiry.differing.join(', ')}`.trim(),
      `consent: ${report.consent ?? 'not asked'}`,
      `data balikan: ${report.dataBalikan ?? 'none'}`,
      `failures: ${report.failures.join(', ') || 'none'}`,
      '',
    ].join('\n'),
  );
}

/** `Bantuan benih` → `BANTUAN_BENIH`. */
function codeOf(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .slice(0, 40);
}

function readArguments(argv: readonly string[]): Arguments | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        profile: { type: 'string' },
        service: { type: 'string' },
        consent: { type: 'string', default: 'no' },
        json: { type: 'boolean', default: false },
        wait: { type: 'string', default: '60' },
        data: { type: 'string' },
      },
    });
    const { profile, service, consent, json, wait, data } = values;
    const seconds = Number(wait);
    if (profile === undefined || service === undefined || !(seconds > 0)) return undefined;
    if (consent !== 'yes' && consent !== 'no') return undefined;
    return { profile, service, consent: consent === 'yes', json, waitMs: seconds * 1000, data };
  } catch {
    return undefined;
  }
}

function complain({ code, cause, cure, detail }: Failure, exitCode: number): number {
  process.stderr.write(`${code}${detail === undefined ? '' : ` (${detail})`}: ${cause.en} ${cure.en}\n`);
  return exitCode;
}

process.exitCode = await main();
