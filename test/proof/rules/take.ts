/** Takes one step of a walk: what the officer, the applicant, another person of the office, the clock or the disk does. */
import { type Intent, manualReasons, type VisitView } from '../../../electron/contract/index.ts';
import type { SimulatedGateway } from '../../../simulator/gateway/index.ts';
import { dayIn, midnightBefore } from './access-model.ts';
import { applicants, companion, typedNiks } from './applicants.ts';
import { touches } from './persons.ts';
import type { Step } from './steps.ts';
import { takeInOffice } from './take-in-office.ts';
import type { Walk } from './walk.ts';

const hour = 60 * 60_000;

const anyIntent: readonly Intent[] = [
  { kind: 'selectService', code: 'BANTUAN_PUPUK' },
  { kind: 'holderMatches' },
  { kind: 'holderDiffers' },
  { kind: 'inquire' },
  { kind: 'compared', differing: [] },
  { kind: 'compared', differing: ['FULL_NAME'] },
  { kind: 'portalAnswered', answer: 'FOUND_DECEASED' },
  { kind: 'portalAnswered', answer: 'NOT_FOUND' },
  { kind: 'portalAnswered', answer: 'QUOTA_EXHAUSTED' },
  { kind: 'portalAnswered', answer: 'UNREACHABLE' },
  { kind: 'askConsent' },
  { kind: 'grantConsent', language: 'id', evidence: 'PAPER_SIGNATURE', evidenceRef: 'BP-1' },
  {
    kind: 'grantConsent',
    language: 'en',
    evidence: 'RECORDED_STATEMENT',
    evidenceRef: 'REKAMAN 1',
    companion,
  },
  { kind: 'refuseConsent', language: 'id' },
  { kind: 'printReceipt', language: 'id' },
  { kind: 'continueUnverified' },
  { kind: 'recordService', fields: {} },
  { kind: 'awaitApplicant' },
  { kind: 'recheck' },
  { kind: 'closeWithoutService' },
  { kind: 'cancel' },
];

export async function take(walk: Walk, gateway: SimulatedGateway, step: Step): Promise<void> {
  await begin(walk, gateway, step);
  await walk.settle();
  settles(walk, step);
  await walk.settle();
  noticeLock(walk);
  walk.check();
}

/** The program looks at its clock when time has passed, unless the step says that it has not come to that yet. */
function settles(walk: Walk, step: Step): void {
  if ('unseen' in step) walk.isSettled = !step.unseen && walk.look();
  else if (step.do === 'disk') walk.isSettled = false;
  else if (step.do === 'look' || step.do === 'restart') walk.isSettled = walk.look();
  // Some time passes in every other step too.
  else if (walk.isSettled) walk.isSettled = walk.look();
}

async function begin(walk: Walk, gateway: SimulatedGateway, step: Step): Promise<void> {
  switch (step.do) {
    case 'tap': {
      const resident = applicants[step.who];
      if (resident !== undefined) walk.laysDown(resident, step.variant, step.tearAt);
      return;
    }
    case 'serve':
      walk.counter.cardSlot.remove();
      walk.clock.pass(21_000);
      await begin(walk, gateway, { do: 'tap', who: step.who });
      await walk.settle();
      await goOn(walk, step.times);
      return;
    case 'lift':
      walk.counter.cardSlot.remove();
      return;
    case 'goOn':
      await goOn(walk, step.times);
      return;
    case 'intent': {
      const offered = anyIntent.filter(
        ({ kind }) => step.forced || walk.onlooker.story?.view?.intents.includes(kind),
      );
      const chosen = offered[step.index % Math.max(1, offered.length)];
      if (chosen !== undefined) await says(walk, chosen);
      return;
    }
    case 'type':
      await types(walk, step);
      return;
    case 'answers':
      walk.gateway.wait(step.wait);
      return;
    case 'gateway':
      await causeTrouble(gateway, step.trouble);
      return;
    case 'time':
      if (step.how === 'passes') walk.clock.pass(step.ms);
      else if (step.how === 'sleeps') walk.clock.sleep(step.ms);
      else walk.clock.set(walk.clock.now() + step.ms);
      return;
    case 'midnight':
      await staysUntil(walk, midnightOf(walk, step.of), step.after);
      return;
    case 'disk':
      walk.disk.fails(step.fails);
      return;
    case 'look':
      walk.disk.fails(0);
      walk.clock.pass(5000);
      return;
    case 'crash':
      walk.program.process()?.kill();
      await walk.settle();
      // The host takes its time before it starts one in its place, and only then is there another page.
      walk.clock.pass(15_000);
      return;
    case 'restart':
      await walk.stop();
      await walk.start();
      return;
    default:
      await takeInOffice(walk, step);
  }
}

/** The screen may have locked by itself; that it opens by itself is never believed. */
function noticeLock({ program, onlooker: { model } }: Walk): void {
  const current = program.office.people.sessions.current();
  if (model.session !== undefined && current?.state !== 'OPEN') model.session.open = false;
}

/** Whoever touches the keyboard is there; nothing is done on a page that shows no visit of theirs. */
export async function says(walk: Walk, intent: Intent): Promise<void> {
  const { session } = walk.onlooker.model;
  if (session?.open !== true) return;
  touches(walk);
  walk.onlooker.story?.officerSays(intent, walk.clock.now());
  walk.program.process()?.act(intent);
  await walk.settle();
}

async function types(walk: Walk, step: Extract<Step, { do: 'type' }>): Promise<void> {
  if (step.patiently) {
    await says(walk, { kind: 'closeWithoutService' });
    await says(walk, { kind: 'cancel' });
    walk.clock.pass(21_000);
    await walk.settle();
  }
  const nik = typedNiks[step.nik] ?? '';
  const fullName = step.named ? (applicants.find((applicant) => applicant.nik === nik)?.name ?? '') : '';
  const { view } = walk.onlooker.story ?? {};
  const usual = view?.readerObligatory ? 'CHIP_DAMAGED' : 'NOT_OBLIGATORY';
  const reason = step.reason < 3 ? usual : (manualReasons[step.reason] ?? usual);
  if (walk.onlooker.model.session?.open === true && view?.intents.includes('typeNik'))
    walk.onlooker.story?.comes(nik, true);
  await says(walk, { kind: 'typeNik', nik, fullName, reason });
}

async function goOn(walk: Walk, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    const { view } = walk.onlooker.story ?? {};
    const intent = view === undefined ? undefined : ordinaryNext(view);
    if (intent !== undefined) await says(walk, intent);
    else if (view?.cosign === 'SECOND_OFFICER')
      await takeInOffice(walk, { do: 'cosign', purpose: 'SECOND_OFFICER', who: 'peraga-santoso' });
    await walk.settle();
  }
}

function ordinaryNext(view: VisitView): Intent | undefined {
  const may = (kind: Intent['kind']) => view.intents.includes(kind);
  if (may('holderMatches')) return { kind: 'holderMatches' };
  if (may('compared')) return { kind: 'compared', differing: [] };
  if (may('askConsent')) return { kind: 'askConsent' };
  if (may('grantConsent')) {
    const child = view.consent?.companion === 'REQUIRED' ? { companion } : {};
    return {
      kind: 'grantConsent',
      language: 'id',
      evidence: 'PAPER_SIGNATURE',
      evidenceRef: 'BP-1',
      ...child,
    };
  }
  if (may('recordService')) {
    const fields = view.serviceFields.map(
      ({ code, suggestion, choices }) => [code, choices?.[0]?.code ?? suggestion ?? 'CONTOH'] as const,
    );
    return { kind: 'recordService', fields: Object.fromEntries(fields) };
  }
  if (may('continueUnverified')) return { kind: 'continueUnverified' };
  return may('closeWithoutService') && view.state !== 'OPENED' ? { kind: 'closeWithoutService' } : undefined;
}

async function causeTrouble(gateway: SimulatedGateway, words: string): Promise<void> {
  const [kind, argument = ''] = words.split(' ');
  // Once: what a person must settle lasts in any case, and the rest would only hide what comes after.
  const once = { times: 1 } as const;
  if (kind === 'none') await gateway.trouble({ kind: 'none' });
  else if (kind === 'notice') await gateway.trouble({ kind, code: argument as '11', ...once });
  else if (kind === 'status') await gateway.trouble({ kind, status: Number(argument), ...once });
  else await gateway.trouble({ kind: kind as 'garbage', ...once });
}

/** Whoever sits there is still at work when the day ends. */
async function staysUntil(walk: Walk, midnight: number, after: number): Promise<void> {
  const who = walk.onlooker.model.session?.who;
  walk.clock.set(midnight - 60_000);
  if (who !== undefined) await takeInOffice(walk, { do: 'sit', who });
  walk.clock.set(midnight + after);
}

function midnightOf(walk: Walk, of: 'day' | 'agreement'): number {
  const { timeZone } = walk.onlooker.model.profileOf(walk.onlooker.model.chosen);
  const last =
    of === 'day'
      ? dayIn(timeZone, walk.clock.now())
      : walk.onlooker.model.lastDayOf(walk.onlooker.model.chosen);
  return midnightBefore(timeZone, last) + 24 * hour;
}
