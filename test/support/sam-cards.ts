/** SAM cards of a counter under test: who sits there, where every card is, its page, its file, and the way of a card into its reader. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustodyAct, SamCardRow } from '../../electron/contract/index.ts';
import { Sam, sampleResident } from '../../simulator/index.ts';
import { untilCards } from './card-service.ts';
import type { Counter } from './counter.ts';
import { willChoose } from './file-dialog.ts';
import { click, goTo } from './form.ts';

export const officer = 'coba-hartono';
export const manager = 'uji-widodo';
export const head = 'contoh-pratama';
export const clerk = 'simula-ningsih';

/** The act that the page of a card leads to. */
export const primary = 'main [data-kind="primary"]';
export const step = (event: string) => `[data-act="${event}"]`;
export const serialOf = (place: number) => `SAM-CONTOH-000${place + 1}`;

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** The cards of one order at this counter, by their place in it; the first is the one in its SAM slot. */
export function samCards(counter: Counter) {
  const { institution } = counter.world.counter;
  const sits = (personId: string) => counter.told('session.practise', { personId });
  const act = (asked: CustodyAct) => counter.told('custody.act', asked);
  const view = () => counter.told('custody.view');
  const cards = async (): Promise<readonly SamCardRow[]> => (await view()).cards;

  async function at(place: number): Promise<SamCardRow> {
    const card = (await cards())[place];
    if (card === undefined) throw new Error(`no card ${place}`);
    return card;
  }

  /** What the vendor delivered with the card. */
  function secretsOf(place: number) {
    if (place === 0) return institution;
    const pair = (place * 16 + 10).toString(16).padStart(2, '0');
    return {
      pcid: bytes(pair.repeat(16)),
      conf: bytes(pair.repeat(32)),
      samUid: bytes(`04${String(place + 1).padStart(12, '0')}`),
    };
  }

  function fileOf(place: number): string {
    const { pcid, conf, samUid } = secretsOf(place);
    const path = join(counter.world.folder, `${serialOf(place)}.txt`);
    const fields = { SERIAL: serialOf(place), PCID: hex(pcid), CONF: hex(conf), UID: hex(samUid) };
    writeFileSync(
      path,
      Object.entries(fields)
        .map(([name, value]) => `${name}: ${value}\n`)
        .join(''),
    );
    return path;
  }

  async function page(place: number): Promise<void> {
    const { samId } = await at(place);
    await goTo(counter, `#perangkat/${samId}`, `sam-${samId}`);
  }

  /** Puts each card into the slot, one after the other, and tests it by the page that its own leads to; the first stays there. */
  async function tested(places: number): Promise<void> {
    const { samSlot, sam: first } = counter.world.counter;
    for (let place = 0; place < places; place += 1) {
      const sam = place === 0 ? first : new Sam({ institution: { ...institution, ...secretsOf(place) } });
      samSlot.remove();
      counter.lift();
      await untilCards(0);
      samSlot.insert(sam);
      counter.lay(sampleResident('R1'));
      await untilCards(2);
      await page(place);
      await click(counter, primary);
      await counter.window.until(
        'the test can begin',
        "document.querySelector('main')?.dataset.screen === 'device-test-READY'",
      );
      await click(counter, primary);
      await counter.window.untilText('Semua perangkat berfungsi');
    }
    samSlot.remove();
    counter.lift();
    await untilCards(0);
    samSlot.insert(first);
    await untilCards(1);
  }

  /** What was proposed last is confirmed by the access manager. */
  async function confirmed(): Promise<void> {
    await sits(manager);
    const proposal = (await counter.told('proposals.list')).at(-1);
    if (proposal === undefined) throw new Error('nothing waits');
    const { proposalId, sha256 } = proposal;
    await counter.told('proposals.decide', { proposalId, sha256, decision: 'CONFIRM', note: '' });
    await sits(officer);
  }

  /** From purchase to work, each in a reader of its own; only the test needs the page. */
  async function putToWork(agreementId: string, count: number, date: string): Promise<void> {
    await sits(officer);
    const letter = { number: '020/1/CONTOH/2026', date };
    await act({ act: 'PROCURE', agreementId, count, vendor: 'Penyedia Contoh', document: letter });
    const samIds = (await cards()).map(({ samId }) => samId);
    await act({ act: 'REQUEST_PERSO', samIds, letter, ticket: 'SIFILMA-1', ticketOn: date });
    for (const [place, samId] of samIds.entries()) {
      await act({ act: 'RECEIVE', samId, letter, serial: serialOf(place) });
      await willChoose(counter, fileOf(place));
      await counter.told('custody.importConfiguration', { samId });
    }
    await tested(count);
    const terminal = (await counter.told('devices.list')).find(({ role }) => role !== 'SAM')?.name ?? '';
    for (const [place, samId] of samIds.entries()) {
      const device = { serial: `RDR-CONTOH-0${place + 1}`, model: 'Contoh', counter: `Loket ${place + 1}` };
      await act({ act: 'REGISTER_READER', agreementId, terminal, ...device });
      const readerId = (await view()).readers[place]?.readerId ?? '';
      await act({ act: 'PAIR', samId, readerId });
      await act({ act: 'PROPOSE_ACTIVATION', samId });
      await confirmed();
    }
  }

  return { sits, act, view, cards, at, fileOf, page, tested, confirmed, putToWork };
}
export type SamCards = ReturnType<typeof samCards>;
