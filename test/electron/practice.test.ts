/** Practice mode: its mark on every page, its drawer, and typed NIKs – which only practice has sample numbers for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officialTexts } from '../../electron/contract/index.ts';
import { Counter } from '../support/counter.ts';

const mark = 'Mode Latihan';
const r1 = '4001015203880001';
const r2 = '4001012902960001';
/** The drawer's readers are as slow as real ones. */
const readMs = 30_000;

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.practise();
});

afterAll(() => counter?.close());

describe('the drawer', () => {
  test('taps the card of a sample resident, who is served and kept with consent', async () => {
    const { window } = counter;
    await window.press('F9');
    await window.untilText('Laci latihan');
    await window.press('1');
    await window.untilState('CARD_READ', readMs);
    expect(await window.shows(mark)).toBe(true);
    await window.press('s');
    await window.untilState('RESULT_MATCH');
    await counter.answerConsent('s');
    await counter.told('training.remove');
    await window.press('Enter');
    await window.untilState('READY');
    await counter.untilSent();
    expect(await counter.home()).toMatchObject({ training: true, keptCount: 1, today: { served: 1 } });
  });

  test('has Dukcapil answer that the resident has died', async () => {
    const { window } = counter;
    await counter.told('training.trouble', { trouble: 'notice-deceased' });
    await counter.told('training.tap', { resident: 'R1' });
    await window.untilState('CARD_READ', readMs);
    await window.press('s');
    await window.untilState('RESULT_NO_DATA');
    expect(await window.shows(officialTexts.FOUND_DECEASED)).toBe(true);
    await counter.told('training.trouble', { trouble: 'none' });
    await counter.told('training.remove');
    await counter.next();
  });
});

describe('the mark of practice', () => {
  test('stands on the counter, on home and on a kept record', async () => {
    const { window } = counter;
    const marked = [await window.shows(mark)];
    await counter.atHome(async () => {
      marked.push(await window.shows(mark));
      const [row] = await counter.told('kept.list', { limit: 1 });
      await window.run(
        `void window.ketuk.invoke('kept.open', { recordId: ${JSON.stringify(row?.recordId)} })`,
      );
      await window.until(
        'the record is open',
        "location.host.startsWith('arsip-') && document.querySelector('h1')",
      );
      marked.push(await window.shows(mark));
    });
    expect(marked).toEqual([true, true, true]);
  });
});

describe('a typed NIK', () => {
  async function type(digits: string): Promise<void> {
    const { window } = counter;
    await window.press('n');
    await window.untilText('Ketik NIK pemohon');
    await window.press(...digits);
    // Two fields further are the reasons; the chip is damaged.
    await window.press('Tab', 'Tab', 'Down');
    await window.until(
      'a damaged chip is the reason',
      "document.querySelector('input[value=CHIP_DAMAGED]').checked",
    );
    await window.press('Enter');
  }

  test.each(['4001013202960001', '4001013002960001', '400101520388000', '4001010505900000'])(
    '%s is refused at the counter and costs no hit',
    async (malformed) => {
      const { used } = (await counter.home()).quota;
      await type(malformed);
      await counter.window.untilText('Format NIK tidak sesuai: ');
      expect((await counter.home()).quota.used).toBe(used);
      await counter.window.press('Escape');
      await counter.window.until(
        'the counter waits',
        "document.body.innerText.includes('Silakan ketuk KTP-el')",
      );
    },
  );

  test('with the reason why no card was tapped leads to service without a consent, and the reason is on record', async () => {
    const { window } = counter;
    await type(r1);
    await window.untilState('RESULT_MATCH');
    await window.press('Enter');
    await window.untilText('Catat layanan');
    await window.press('Enter');
    await window.untilState('READY');
    await counter.untilSent();
    const { home, audit } = await counter.lists();
    expect({ served: home.today.served, kept: home.keptCount }).toEqual({ served: 2, kept: 1 });
    expect(audit.map(({ event, outcome }) => `${event} ${outcome}`)).toContain('NIK_TYPED CHIP_DAMAGED');
  });

  test('that follows another too soon is held back by a countdown, and nothing is asked', async () => {
    const { used } = (await counter.home()).quota;
    await type(r2);
    await counter.window.untilState('RESULT_BLOCKED');
    await counter.window.untilText('Tunggu sebentar');
    expect(await counter.window.shows('detik')).toBe(true);
    expect((await counter.home()).quota.used).toBe(used);
    await counter.next();
  });
});
