/**
 * What a screen must hold besides looking right: WCAG 2.2 AA by axe, nothing cut off or written over, large targets, no value spoken, no cross
 * that answers the first Enter.
 */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Case } from './case.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The project's own measure; WCAG 2.2 AA asks for 24. */
const targetPx = 44;

/** @returns one line per violation. */
export async function check(page: Page, one: Case): Promise<string[]> {
  return [
    ...(await byAxe(page)),
    ...(await layout(page)),
    ...(await figures(page)),
    ...(await spoken(page, one)),
    ...(await beginning(page)),
  ];
}

async function byAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      }),
    wcag,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`,
    ),
  );
}

/** Nothing runs out of the window sideways, and whatever is pressed is large enough for a hurried hand. */
async function layout(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const problems: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) problems.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    const dialog = document.querySelector('[role="dialog"]');
    for (const element of (dialog ?? document).querySelectorAll<HTMLElement>(
      'button, a[href], select, input',
    )) {
      // A choice is pressed anywhere on its label, a link in a tile anywhere on the tile.
      const target = element.closest<HTMLElement>('[data-target]') ?? element;
      const { width, height } = target.getBoundingClientRect();
      const hidden = width === 0 || element.matches('[type="radio"], [type="checkbox"]') || height < 2;
      if (hidden || element.getBoundingClientRect().bottom < 0) continue;
      if (width < least || height < least) {
        problems.push(
          `target too small: ${element.textContent?.trim()} (${Math.round(width)} × ${Math.round(height)})`,
        );
      }
    }
    return problems;
  }, targetPx);
}

/** Words and numbers of charts and tiles stay inside them, and none is written over another. */
async function figures(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    for (const figure of document.querySelectorAll('main [role="img"], main dl > div')) {
      // The words of a paper are there to be heard; what is seen of them are its pages.
      if (figure.closest('[data-paper]') !== null) continue;
      const { left, right } = figure.getBoundingClientRect();
      const texts = [...figure.querySelectorAll('*')]
        .filter((element) => element.childElementCount === 0 && element.textContent?.trim() !== '')
        .map((element) => {
          // The words themselves: they may be wider than their box.
          const range = document.createRange();
          range.selectNodeContents(element);
          return { words: element.textContent?.trim(), box: range.getBoundingClientRect() };
        });
      texts.forEach(({ words, box }, index) => {
        if (box.left < left - 1 || box.right > right + 1) problems.push(`sticks out of its figure: ${words}`);
        for (const { words: others, box: other } of texts.slice(index + 1)) {
          const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          if (across > 1 && down > 3) problems.push(`written over each other: ${words} and ${others}`);
        }
      });
    }
    return problems;
  });
}

/** Live regions never say what is only on the screen. */
async function spoken(page: Page, one: Case): Promise<string[]> {
  const values = [
    ...(one.view?.identity ?? []),
    ...(one.view?.consent?.values ?? []),
    ...(one.record?.values ?? []),
  ]
    .map(({ value }) => value)
    .filter((value) => value.length > 4);
  const said = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-live], [role="status"], [role="alert"]')]
      .map((region) => region.textContent ?? '')
      .join(' '),
  );
  return values.filter((value) => said.includes(value)).map(() => 'a live region says a value of a resident');
}

/** A dialog begins with what it asks, not with the cross that closes it. */
async function beginning(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.activeElement?.matches('[role="dialog"] header button') ? ['the focus is on the cross'] : [],
  );
}
