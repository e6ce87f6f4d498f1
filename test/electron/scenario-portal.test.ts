/**
 * Applicants at a counter whose agreement grants the portal and no reader (agreement B of the domain): papers of somebody who has
 * died, and an IKD of another region. That a card on the reader is nobody's is in portal.test.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementProfile, noticeTexts, officialTexts } from '../../electron/contract/index.ts';
import lembahSosial from '../../resources/agreements/lembah-sosial.json' with { type: 'json' };
import { Counter } from '../support/counter.ts';
import { atPortal, foundInPortal, typeNik, unknownNik } from '../support/portal.ts';

const longEnoughMs = 30_000;

let counter: Counter;

beforeAll(async () => {
  counter = await Counter.open({
    startsAt: '2026-11-23T09:00:00+07:00',
    change: ({ connection: { gateway: _, ...connection } }) => ({
      agreement: agreementProfile.parse(lembahSosial),
      connection,
    }),
  });
});

afterAll(() => counter?.close());

describe('papers with the NIK of somebody who has died (scenario 5)', () => {
  const nik = unknownNik(5, '490760');

  test('bring the official words and a neutral explanation, and no value', async () => {
    const { window } = counter;
    await typeNik(counter, nik);
    await atPortal(counter);
    await window.press('1', 'Enter');
    await window.untilState('RESULT_NO_DATA');
    expect(await window.run("document.querySelector('blockquote p')?.textContent")).toBe(
      officialTexts.FOUND_DECEASED,
    );
    expect(await window.shows(noticeTexts.FOUND_DECEASED.explanation.id)).toBe(true);
    expect(await window.shows(nik)).toBe(false);
  });

  test('lead to no service, which counts as such, and nothing is owed', async () => {
    await counter.next();
    const { home, outbox, kept } = await counter.lists();
    expect(home.today).toEqual({ served: 0, closedWithoutService: 1 });
    expect({ outbox, kept }).toEqual({ outbox: [], kept: [] });
    expect((await counter.atHome(() => counter.told('outbox.handingOver'))).withoutService).toBe(1);
  });
});

describe('an IKD of another region (scenario 8)', () => {
  test('is accepted, asked about in the portal and served, and nothing of it is kept', async () => {
    const { window } = counter;
    counter.clock.move(longEnoughMs);
    await window.press('Enter');
    await window.untilText('0 dari 16 digit');
    expect(await window.shows('KTP-el/IKD dari daerah mana pun diterima. Lanjutkan pelayanan.')).toBe(true);
    await window.press(...unknownNik(8, '120388'), 'Tab', 'Tab', 'Down');
    await window.until('the IKD is chosen', "document.querySelector('input[value=IKD_SHOWN]').checked");
    await window.press('Enter');
    await foundInPortal(counter);
    await window.press('Enter');
    await window.untilText('Catat layanan');
    await window.press('Enter');
    await window.untilState('READY');
    await counter.untilSent();
    const { home, kept, audit } = await counter.lists();
    expect({ served: home.today.served, kept }).toEqual({ served: 1, kept: [] });
    expect(audit.map(({ event, outcome }) => `${event} ${outcome}`)).toContain('NIK_TYPED IKD_SHOWN');
  });
});
