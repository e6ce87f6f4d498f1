/**
 * What somebody at the page waits for with five years behind it: the questions of the page in the real program, each from asking to its
 * answer, put in turns to the program with a million items and to the one of the first day.
 */
import type { Channel } from '../../electron/contract/index.ts';
import { type LaunchedApp, withApp } from '../electron/launch.ts';
import { AppWindow } from '../support/window.ts';
import { CannotMeasure } from './cannot-measure.ts';
import { noTimes, PAGE, type Side, sides, type Times } from './million-sides.ts';
import { registrationOf } from './owed.ts';

const ROUNDS = 40;
const WARM_UP_ROUNDS = 5;
/** Asked one after the other and timed together: the clock of a page is too coarse for one. */
const IN_A_ROW = 10;
/** Simulators and visit process come up behind the first screen. */
const SETTLING_MS = 8000;

const questions = ['list', 'search', 'detail', 'handingOver', 'home'] as const;
export type Question = (typeof questions)[number];

interface Asked {
  readonly channel: Channel;
  readonly input?: unknown;
}

interface Page {
  readonly window: AppWindow;
  readonly items: number;
  /** In the middle of the years. */
  readonly middle: string;
}

export function timedQuestions(
  places: Readonly<Record<Side, string>>,
  items: Readonly<Record<Side, number>>,
): Promise<Readonly<Record<Question, Times>>> {
  const launch = (side: Side) => ({ flags: ['--training'], userData: places[side] });
  return withApp(launch('firstDay'), (firstDay) =>
    withApp(launch('million'), async (million) => {
      const pages: Record<Side, Page> = {
        firstDay: await opened(firstDay, items.firstDay),
        million: await opened(million, items.million),
      };
      return taken(pages);
    }),
  );
}

/** Data balikan on the screen of who looks after it. */
async function opened({ app }: LaunchedApp, items: number): Promise<Page> {
  const window = new AppWindow(app);
  await window.untilText('Mulai melayani', 120_000);
  await window.ask('session.practise', { personId: 'uji-widodo' });
  await window.run("location.hash = '#data-balikan'");
  await window.until('data balikan is shown', "document.querySelector('main[data-screen=outbox] tbody')");
  await window.run(`new Promise((resolve) => setTimeout(resolve, ${SETTLING_MS}))`);
  const middle = registrationOf(Math.floor(items / 2));
  const found = await window.ask<{ value?: readonly { readonly itemId: string }[] }>('outbox.list', {
    limit: 1,
    registrationNo: middle,
  });
  const itemId = found.value?.[0]?.itemId;
  if (itemId === undefined) throw new CannotMeasure(`the page does not find ${middle}`);
  return { window, items, middle: itemId };
}

async function taken(pages: Readonly<Record<Side, Page>>): Promise<Readonly<Record<Question, Times>>> {
  const times: Record<Question, Times> = {
    list: noTimes(),
    search: noTimes(),
    detail: noTimes(),
    handingOver: noTimes(),
    home: noTimes(),
  };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const question of questions) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const ms = await answered(pages[side], question);
        if (round >= WARM_UP_ROUNDS) times[question][side].push(ms);
      }
    }
  }
  return times;
}

/** Milliseconds from asking to the answer, of several in a row. */
async function answered(page: Page, question: Question): Promise<number> {
  const asked = Array.from({ length: IN_A_ROW }, () => askedBy(page, question));
  const ms = await page.window.run<number | null>(`(async (asked) => {
    const begun = performance.now();
    for (const { channel, input } of asked) {
      const answer = await window.ketuk.invoke(channel, input);
      if (!answer.ok || answer.value.length === 0) return null;
    }
    return (performance.now() - begun) / asked.length;
  })(${JSON.stringify(asked)})`);
  if (ms === null) throw new CannotMeasure(`the page got no answer for ${question}`);
  return ms;
}

function askedBy({ items, middle }: Page, question: Question): Asked {
  switch (question) {
    case 'list':
      return { channel: 'outbox.list', input: { limit: PAGE, after: middle } };
    case 'search': {
      const registrationNo = registrationOf(Math.floor(Math.random() * items));
      return { channel: 'outbox.list', input: { limit: PAGE, registrationNo } };
    }
    case 'detail':
      return { channel: 'outbox.detail', input: { itemId: middle } };
    case 'handingOver':
      return { channel: 'outbox.handingOver' };
    case 'home':
      return { channel: 'home.state' };
  }
}
