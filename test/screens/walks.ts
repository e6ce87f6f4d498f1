/**
 * Walks through whole visits with the keyboard alone: after each key the page must have asked for what the officer meant, and
 * the happy visit must stay within twelve keys (design section 11).
 */
import type { Page } from 'playwright-core';
import type { VisitView } from '../../electron/contract/index.ts';
import { visits } from './fixtures.ts';
import { asked, stage, tell } from './stage.ts';

interface Step {
  /** What the visit process shows before the keys are pressed. */
  readonly view: VisitView;
  readonly press: readonly string[];
  /** Intent that must have been sent after the keys; nothing when the keys only lead on within the page. */
  readonly intent?: string;
}

interface Walk {
  readonly name: string;
  readonly most: number;
  readonly steps: readonly Step[];
}

const allWalks: readonly Walk[] = [
  {
    name: 'a happy visit',
    most: 12,
    steps: [
      { view: visits.ready, press: [] },
      { view: visits.readingBiodata, press: [] },
      { view: visits.holder, press: ['s'], intent: 'holderMatches' },
      { view: visits.verifying, press: [] },
      { view: visits.match, press: ['Enter'], intent: 'askConsent' },
      { view: visits.consent, press: ['s', 'Enter'], intent: 'grantConsent' },
      { view: visits.serviceAgreed, press: ['Enter'], intent: 'recordService' },
    ],
  },
  {
    name: 'a visit that keeps nothing takes as many keys as one that keeps',
    most: 5,
    steps: [
      { view: visits.holder, press: ['s'], intent: 'holderMatches' },
      { view: visits.match, press: ['Enter'], intent: 'askConsent' },
      { view: visits.consent, press: ['t', 'Enter'], intent: 'refuseConsent' },
      { view: visits.serviceRefused, press: ['Enter'], intent: 'recordService' },
    ],
  },
  {
    name: 'a typed NIK',
    most: 40,
    steps: [
      { view: visits.ready, press: ['n'] },
      { view: visits.ready, press: [...'4001015203880001', 'Enter'], intent: 'typeNik' },
      { view: visits.matchTyped, press: ['Enter'] },
      { view: visits.matchTyped, press: ['Enter'], intent: 'recordService' },
    ],
  },
  {
    name: 'an outage',
    most: 3,
    steps: [
      { view: visits.gatewaySilent, press: ['Enter'], intent: 'inquire' },
      { view: visits.gatewayRefused, press: ['l'], intent: 'continueUnverified' },
      { view: visits.serviceUnverified, press: ['Enter'], intent: 'recordService' },
    ],
  },
  {
    name: 'a visit closed without service asks first',
    most: 2,
    steps: [{ view: visits.match, press: ['Escape', 'Enter'], intent: 'closeWithoutService' }],
  },
  {
    name: 'a consent is never given by Enter alone',
    most: 2,
    steps: [{ view: visits.consent, press: ['Enter', 'Enter'] }],
  },
];

/** @returns one line per walk that failed. */
export async function walks(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const walk of allWalks) problems.push(...(await goThrough(page, walk)));
  return problems;
}

async function goThrough(page: Page, { name, most, steps }: Walk): Promise<string[]> {
  const first = steps[0];
  if (first === undefined) return [];
  await stage(page, { name, page: 'visit', view: first.view }, { language: 'id', theme: 'light' });
  let pressed = 0;
  for (const { view, press, intent } of steps) {
    await tell(page, { kind: 'view', view });
    await frame(page);
    const before = (await intents(page)).length;
    for (const key of press) {
      await page.keyboard.press(key);
      await frame(page);
    }
    pressed += press.length;
    const sent = (await intents(page)).slice(before);
    if (sent.join() !== (intent ?? '')) {
      return [`${name}: after ${press.join(' ')} in ${view.state} the page asked for "${sent.join()}"`];
    }
  }
  return pressed > most ? [`${name}: ${pressed} keys, at most ${most}`] : [];
}

async function intents(page: Page): Promise<string[]> {
  return (await asked(page)).flatMap(({ kind, ...rest }) =>
    kind === 'intent' ? [(rest as unknown as { intent: { kind: string } }).intent.kind] : [],
  );
}

/** Until what was told or pressed has been drawn. */
async function frame(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve)))),
  );
}
