/**
 * The report of a device test, to be sent to whoever looks after readers: what was tried, what came of it, how fast it was, and what to do.
 * Readers by name, failures by code; no identifier of a SAM or a card, nothing that opens one, nothing that stands on one. Pure.
 */
import {
  type DeviceTestStep,
  type DeviceTestView,
  deviceTestSteps,
  type StepOutcome,
} from './device-test.ts';
import { columns, hanging, labelled, wrapped } from './paper-lines.ts';
import { type Tongue, writtenMoment } from './written.ts';

export interface ReportFacts {
  readonly version: string;
  readonly counter: string;
  readonly institution: string;
  readonly timeZone: string;
  readonly training: boolean;
}

const stepNames: Readonly<Record<Tongue, Readonly<Record<DeviceTestStep, string>>>> = {
  id: {
    SERVICE: 'Layanan kartu pintar',
    READERS: 'Perangkat pembaca',
    SAM_FOUND: 'Kartu SAM ditemukan',
    SAM_OPEN: 'Kartu SAM dibuka, satu kali',
    SAM_UID: 'Nomor pengenal SAM dicocokkan',
    SAM_RESET: 'Sesi SAM dikosongkan',
    SAM_LINK: 'Kecepatan sambungan SAM',
    CARD_FOUND: 'Kartu latihan diletakkan',
    CARD_READ: 'Bagian terbuka kartu dibaca',
    CARD_LINK: 'Kecepatan sambungan kartu',
    CARD_WITH_SAM: 'Kartu dan SAM saling mengenali',
  },
  en: {
    SERVICE: 'Smart-card service',
    READERS: 'Readers',
    SAM_FOUND: 'SAM card found',
    SAM_OPEN: 'SAM card opened, once',
    SAM_UID: 'Identifier of the SAM compared',
    SAM_RESET: 'Session of the SAM cleared',
    SAM_LINK: 'Speed of the link to the SAM',
    CARD_FOUND: 'Training card laid down',
    CARD_READ: 'Open part of the card read',
    CARD_LINK: 'Speed of the link to the card',
    CARD_WITH_SAM: 'Card and SAM know each other',
  },
};

const words = {
  id: {
    title: 'LAPORAN UJI PERANGKAT',
    training: 'LATIHAN - PERANGKAT DISIMULASIKAN',
    institution: 'Lembaga',
    counter: 'Loket',
    time: 'Waktu',
    by: 'Diuji oleh',
    card: 'Kartu SAM',
    inUse: 'yang dipakai loket ini',
    version: 'Versi Ketuk',
    result: 'Hasil',
    states: { RUNNING: 'berjalan', PASSED: 'LULUS', FAILED: 'TIDAK LULUS', STOPPED: 'DIHENTIKAN' },
    verdicts: { PASSED: 'lulus', FAILED: 'GAGAL', SKIPPED: 'dilewati' },
    roles: { CARD: 'pembaca KTP-el', SAM: 'tempat SAM', NONE: 'tidak digunakan' },
    cause: 'Sebab',
    cure: 'Tindakan',
    link: (byte: string, exchange: string, n: number) =>
      `${exchange} ms per pertukaran + ${byte} ms per bita (${n} pertukaran)`,
    traffic: (exchanges: number, bytes: number) => `${exchanges} pertukaran, ${bytes} bita`,
    note: 'Laporan ini tidak memuat PCID, CONF, nomor pengenal kartu, maupun isi kartu.',
    sum: 'SHA-256 berkas JSON',
  },
  en: {
    title: 'REPORT OF A DEVICE TEST',
    training: 'TRAINING - SIMULATED DEVICES',
    institution: 'Institution',
    counter: 'Counter',
    time: 'Time',
    by: 'Tested by',
    card: 'SAM card',
    inUse: 'in use at this counter',
    version: 'Version of Ketuk',
    result: 'Result',
    states: { RUNNING: 'under way', PASSED: 'PASSED', FAILED: 'FAILED', STOPPED: 'STOPPED' },
    verdicts: { PASSED: 'passed', FAILED: 'FAILED', SKIPPED: 'left out' },
    roles: { CARD: 'KTP-el reader', SAM: 'place of the SAM', NONE: 'not used' },
    cause: 'Cause',
    cure: 'Cure',
    link: (byte: string, exchange: string, n: number) =>
      `${exchange} ms per exchange + ${byte} ms per byte (${n} exchanges)`,
    traffic: (exchanges: number, bytes: number) => `${exchanges} exchanges, ${bytes} bytes`,
    note: 'This report holds no PCID, no CONF, no identifier of a card and nothing that stands on one.',
    sum: 'SHA-256 of the JSON file',
  },
} as const;

export function deviceStepName(step: DeviceTestStep, tongue: Tongue): string {
  return stepNames[tongue][step];
}

/** What a step found, in a few words each: the readers, the speed, the amount. */
export function stepFindings(
  { reader, readers, link, traffic }: StepOutcome,
  tongue: Tongue,
): readonly string[] {
  const said = words[tongue];
  const comma = new Intl.NumberFormat(tongue, { maximumFractionDigits: 2 });
  return [
    ...(reader === undefined ? [] : [reader]),
    ...(readers ?? []).map(({ name, role }) => `${name}: ${said.roles[role]}`),
    ...(traffic === undefined ? [] : [said.traffic(traffic.exchanges, traffic.bytes)]),
    ...(link === undefined
      ? []
      : [said.link(comma.format(link.perByteMs), comma.format(link.perExchangeMs), link.exchanges)]),
  ];
}

/** The report as a file for programs: two spaces, one line at the end. */
export function reportJson(view: DeviceTestView, facts: ReportFacts): string {
  const outcomes = deviceTestSteps.flatMap((step) =>
    view.outcomes
      .filter((outcome) => outcome.step === step)
      .map(({ failure, ms, ...outcome }) => ({
        ...outcome,
        ms: Math.round(ms),
        ...(failure === undefined
          ? {}
          : { failure: { code: failure.code, at: failure.at, detail: failure.detail ?? null } }),
      })),
  );
  const report = {
    report: 'ketuk-device-test',
    ...facts,
    startedAt: new Date(view.startedAt).toISOString(),
    by: view.by,
    samCard: view.card?.name ?? null,
    result: view.state,
    failure: view.failure?.code ?? null,
    steps: outcomes,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The same for people, in plain text. @param sha256 of the JSON file beside it */
export function reportText(view: DeviceTestView, facts: ReportFacts, sha256: string, tongue: Tongue): string {
  const said = words[tongue];
  const rule = '-'.repeat(columns);
  const lines = [
    said.title,
    ...(facts.training ? [said.training] : []),
    rule,
    ...labelled(said.institution, facts.institution),
    ...labelled(said.counter, facts.counter),
    ...labelled(said.time, writtenMoment(view.startedAt, facts.timeZone, tongue)),
    ...labelled(said.by, view.by),
    ...labelled(said.card, view.card?.name ?? said.inUse),
    ...labelled(said.version, facts.version),
    ...labelled(said.result, said.states[view.state]),
    ...(view.failure === undefined ? [] : cureOf(view.failure, tongue)),
    rule,
    ...view.outcomes.flatMap((outcome, index) => stepLines(outcome, index + 1, tongue)),
    rule,
    ...wrapped(said.note),
    ...hanging(`${said.sum}: `, sha256),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function stepLines(outcome: StepOutcome, number: number, tongue: Tongue): readonly string[] {
  const { step, verdict, ms, failure } = outcome;
  const head = `${String(number).padStart(2)}. ${deviceStepName(step, tongue)}`;
  const time = verdict === 'SKIPPED' ? '' : ` (${Math.round(ms)} ms)`;
  return [
    `${head.padEnd(48)}${words[tongue].verdicts[verdict]}${time}`,
    ...stepFindings(outcome, tongue).flatMap((finding) => hanging('    ', finding)),
    ...(failure === undefined ? [] : cureOf(failure, tongue)),
  ];
}

function cureOf(failure: NonNullable<StepOutcome['failure']>, tongue: Tongue): readonly string[] {
  const said = words[tongue];
  const trace = [failure.code, failure.at, failure.detail].filter(Boolean).join(' · ');
  return [
    ...hanging(`    ${said.cause}: `, failure.cause[tongue]),
    ...hanging(`    ${said.cure}: `, failure.cure[tongue]),
    ...hanging('    ', trace),
  ];
}
