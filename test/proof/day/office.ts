/** The officer of the day: takes each visit to its ending with cards and keys, and says what became of it. */
import { appFailure } from '../../../electron/contract/index.ts';
import { cardFailure } from '../../../native/index.ts';
import type { Resident } from '../../../simulator/index.ts';
import { untilCards } from '../../support/card-service.ts';
import type { Counter } from '../../support/counter.ts';
import { knownToGateway } from '../../support/world.ts';
import { applicantOf } from './applicants.ts';
import { sendBacklog } from './backlog.ts';
import { untilReady } from './devices.ts';
import type { Entry, Outcome } from './diary.ts';
import { emergencyStop } from './incident.ts';
import type { Ending, Visit } from './plan.ts';
import { powerCut } from './power.ts';

const answers = [
  'RESULT_MATCH',
  'RESULT_MISMATCH',
  'RESULT_NO_DATA',
  'RESULT_BLOCKED',
  'RESULT_TECH_FAIL',
] as const;
type Answer = (typeof answers)[number];

const notServed: Outcome = { final: 'NOT_SERVED' };
const stopped: Outcome = { final: 'STOPPED' };
const minute = 60_000;
/** Longer than a read lasts on a busy computer. */
const readWithinMs = 8000;

interface Sitting {
  readonly counter: Counter;
  readonly visit: Visit;
  readonly resident: Resident;
  readonly met: string[];
  /** While the resident stands on the screen. */
  readonly onScreen: (resident: Resident) => void;
}

export async function receive(counter: Counter, visit: Visit, onScreen: Sitting['onScreen']): Promise<Entry> {
  const resident = applicantOf(visit);
  // The sample residents are at the gateway already, as it should know them.
  if (!resident.id.startsWith('R')) knownToGateway(counter.world.gateway, atDukcapil(visit.ending, resident));
  await untilReady(counter);
  const sitting: Sitting = { counter, visit, resident, met: [], onScreen };
  const outcome = await play[visit.ending](sitting);
  counter.lift();
  const { no, ending } = visit;
  return { ...outcome, no, ending, resident, met: sitting.met };
}

function atDukcapil(ending: Ending, resident: Resident): Resident {
  const moved = ending === 'moved away' || ending === 'comes back';
  return moved ? { ...resident, address: 'JL. LAIN NO. 9' } : resident;
}

const play: Readonly<Record<Ending, (sitting: Sitting) => Promise<Outcome>>> = {
  async 'consent given'(sitting) {
    return served(sitting, await tapped(sitting), 's');
  },
  async 'consent refused'(sitting) {
    return served(sitting, await tapped(sitting), 't');
  },
  async 'card pulled'(sitting) {
    const { counter, visit } = sitting;
    counter.world.counter.cardSlot.tearAt(8 + (visit.seed % 8));
    counter.lay(sitting.resident);
    await counter.window.untilText(cardFailure('CARD_REMOVED', '').cause.id);
    await counter.window.untilState('OPENED');
    await untilCards(1);
    return served(sitting, await tapped(sitting), 't');
  },
  async 'moved away'(sitting) {
    await tapped(sitting);
    return closed(sitting);
  },
  async leaves(sitting) {
    await tapped(sitting);
    return closed(sitting);
  },
  async 'record to be put right'(sitting) {
    const answer = await tapped(sitting);
    return answer === 'RESULT_NO_DATA' ? closed(sitting, waits) : closed(sitting);
  },
  async 'comes back'(sitting) {
    const { counter, resident } = sitting;
    const { window } = counter;
    if ((await tapped(sitting)) !== 'RESULT_MISMATCH') return closed(sitting);
    await waits(sitting);
    counter.clock.move(2 * minute);
    // Dukcapil has recorded the new address meanwhile.
    knownToGateway(counter.world.gateway, resident);
    await window.press('Enter');
    await window.untilState('OPENED');
    return served(sitting, await tapped(sitting), 't');
  },
  async 'another face'(sitting) {
    await faceDiffers(sitting);
    return closed(sitting);
  },
  async 'second officer'(sitting) {
    const { counter } = sitting;
    await faceDiffers(sitting);
    const colleague = 'peraga-santoso';
    await counter.window.press(...colleague, 'Tab', ...colleague, 'Enter');
    const answer = await answered(sitting);
    await toService(sitting, answer);
    return save(sitting, answer);
  },
  async 'chip unreadable'(sitting) {
    const { counter, resident } = sitting;
    const { window } = counter;
    counter.lay(resident, { variant: 'blank-card' });
    await window.untilText(cardFailure('CARD_CONTROL_INVALID', '').cause.id);
    await window.untilState('OPENED');
    counter.lift();
    await window.press('n');
    await window.untilText('Ketik NIK pemohon');
    await window.press(...resident.nik, 'Tab', 'Tab', 'Down');
    const chosen = "document.querySelector('input[value=CHIP_DAMAGED]').checked";
    await window.until('a damaged chip is the reason', chosen);
    await window.press('Enter');
    const answer = await answered(sitting);
    await toService(sitting, answer);
    return save(sitting, answer);
  },
  async 'visit process dies'(sitting) {
    const { counter } = sitting;
    await tapped(sitting);
    process.kill(await visitProcess(counter), 'SIGKILL');
    await counter.window.untilText(appFailure('VISIT_PROCESS_DIED', '').cause.id);
    counter.lift();
    await untilCards(1);
    await counter.next();
    return stopped;
  },
  async 'bank card'({ counter, resident }) {
    const { window } = counter;
    counter.lay(resident, { variant: 'bank-card' });
    await window.untilText(cardFailure('NOT_A_KTP', '').cause.id);
    counter.lift();
    await untilCards(1);
    return { final: 'NOBODY' };
  },
  async 'aid refused'(sitting) {
    const answer = await tapped(sitting);
    // Of what Dukcapil knows, the kind of aid that this service names is not one.
    sitting.counter.world.gateway.setAidTypes(['Pupuk bersubsidi']);
    const outcome = await served(sitting, answer, 't');
    await sitting.counter.untilHome('the item is refused', ({ outbox }) => outbox.needsPerson > 0);
    sitting.counter.world.gateway.setAidTypes(undefined);
    return outcome;
  },
  async 'emergency stop'(sitting) {
    await tapped(sitting);
    await emergencyStop(sitting.counter);
    return stopped;
  },
  async 'power cut in a visit'(sitting) {
    await tapped(sitting);
    await powerCut(sitting.counter);
    return { final: 'CUT' };
  },
  async 'power cut on the way'(sitting) {
    const { counter, visit } = sitting;
    const { gateway } = counter.world;
    await counter.atHome(() => sendBacklog(counter));
    const answer = await tapped(sitting);
    const outcome = await consented(sitting, answer, 't');
    const before = gateway.journal('balikan').length;
    const moment = visit.seed % 2 === 0 ? 'before' : 'after';
    await gateway.trouble({ kind: 'stall', service: 'balikan', moment });
    await counter.window.press('Enter');
    await until('data balikan is on its way', () => gateway.journal('balikan').length > before);
    await powerCut(counter);
    await gateway.trouble({ kind: 'none', service: 'balikan' });
    return outcome;
  },
};

/** A card that is read and belongs to who brings it, up to the answer. */
async function tapped(sitting: Sitting): Promise<Answer> {
  await tap(sitting);
  sitting.onScreen(sitting.resident);
  await sitting.counter.window.press('s');
  return answered(sitting);
}

/** A card that is not read is lifted and laid down again, as the screen asks for and as anybody would. */
async function tap({ counter, resident, met }: Sitting): Promise<void> {
  for (let tries = 1; tries <= 3; tries += 1) {
    counter.lay(resident);
    const read = counter.window.untilState('CARD_READ', readWithinMs);
    if (
      await read.then(
        () => true,
        () => false,
      )
    )
      return;
    met.push('tapped again');
    counter.lift();
    await untilCards(1);
  }
  await counter.tap(resident);
}

async function answered({ counter: { window }, met }: Sitting): Promise<Answer> {
  const known = JSON.stringify(answers);
  await window.until('there is an answer', `${known}.includes(document.body.dataset.visitState)`);
  const state = (await window.state()) as Answer;
  met.push(state);
  return state;
}

async function faceDiffers(sitting: Sitting): Promise<void> {
  const { counter, met } = sitting;
  await tap(sitting);
  await counter.window.press('t');
  await counter.window.untilState('HOLDER_FAILED');
  met.push('HOLDER_FAILED');
}

/** With nothing of the applicant on the screen, until they come back. */
async function waits({ counter }: Sitting): Promise<void> {
  await counter.window.press('Enter');
  await counter.window.untilState('AWAITING_APPLICANT');
  counter.lift();
}

async function closed(sitting: Sitting, before?: (sitting: Sitting) => Promise<void>): Promise<Outcome> {
  await before?.(sitting);
  await sitting.counter.next();
  return notServed;
}

async function served(sitting: Sitting, answer: Answer, consent: 's' | 't'): Promise<Outcome> {
  const outcome = await consented(sitting, answer, consent);
  await saved(sitting);
  return outcome;
}

/** Up to the last screen before the service is saved. Without an answer of Dukcapil nobody is asked for a consent. */
async function consented(sitting: Sitting, answer: Answer, consent: 's' | 't'): Promise<Outcome> {
  if (answer !== 'RESULT_MATCH') {
    await toService(sitting, answer);
    return outcomeAfter(answer);
  }
  const { window } = sitting.counter;
  await window.press('Enter');
  await window.untilState('CONSENT_ASKED');
  await window.press(consent);
  await window.untilText(consent === 's' ? 'Bapak/Ibu menyetujui' : 'Bapak/Ibu tidak menyetujui');
  if (consent === 's' && sitting.visit.seed % 3 === 0) {
    await window.press('c');
    await window.untilText('Bukti telah dikirim ke printer');
  }
  await window.press('Enter');
  await window.untilState(consent === 's' ? 'CONSENT_GRANTED' : 'CONSENT_REFUSED');
  await window.untilText('Catat layanan');
  return { final: 'SERVED', consent: consent === 's' ? 'GRANTED' : 'REFUSED' };
}

/** From an answer to the service, on the way that keeps nothing. */
async function toService({ counter: { window } }: Sitting, answer: Answer): Promise<void> {
  await window.press(answer === 'RESULT_TECH_FAIL' ? 'l' : 'Enter');
  if (answer !== 'RESULT_MATCH') await window.untilState('UNVERIFIED_CONTINUED');
  await window.untilText('Catat layanan');
}

async function save(sitting: Sitting, answer: Answer): Promise<Outcome> {
  await saved(sitting);
  return outcomeAfter(answer);
}

function outcomeAfter(answer: Answer): Outcome {
  return answer === 'RESULT_MATCH' ? { final: 'SERVED' } : { final: 'SERVED', unverified: true };
}

async function saved({ counter }: Sitting): Promise<void> {
  counter.lift();
  await counter.window.press('Enter');
  await counter.window.untilState('READY');
}

/** Of the processes beside main, the one that holds the card: it was there before any that sends. */
async function visitProcess({ app }: Counter): Promise<number> {
  const pid = await app.evaluate(
    ({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'ketuk-kunjungan')?.pid,
  );
  if (pid === undefined) throw new Error('there is no visit process');
  return pid;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
