import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf, fetchCall, Gateways, type Reply } from './client.test-support.ts';
import type { SimulatedGateway } from './index.ts';
import { isObject, readJson } from './json.ts';

const r1 = '4001015203880001';
const r2 = '4001012902960001';
const papuan = '9499990101900003';

const gateways = new Gateways();
let gateway: SimulatedGateway;

beforeEach(async () => {
  gateway = await gateways.open();
});
afterEach(() => gateways.closeAll());

const codeOf = async (reply: Promise<Reply>) => contentOf(await reply).RESPONSE_CODE;

describe('quota and hours', () => {
  const at = (iso: string) => Date.parse(`${iso}+07:00`);

  test('counts down, answers 05 at nought, and is full again on the server’s new day', async () => {
    let now = at('2026-09-08T23:59:00');
    const other = await gateways.open({ now: () => now, dailyQuota: 2 });
    const left = async () => {
      const envelope = readJson((await fetchCall(other, { nik: r1 })).text);
      return isObject(envelope) ? envelope.quotaLimiter : undefined;
    };
    expect([await left(), await left()]).toEqual([1, 0]);
    expect(await codeOf(fetchCall(other, { nik: r1 }))).toBe('05');
    now = at('2026-09-09T00:00:00');
    expect(await left()).toBe(1);
    other.setQuota(0);
    expect(await left()).toBe(0);
    other.nextDay();
    const reply = await fetchCall(other, { nik: r1 });
    expect(contentOf(reply).NIK).toBe(Number(r1));
    expect(reply.headers.date).toBe('Wed, 09 Sep 2026 17:00:00 GMT');
  });

  test('does not charge a caller that was turned away at the door, but does charge a notice on a resident', async () => {
    await fetchCall(gateway, { nik: r1, password: 'x' });
    expect(gateway.quota()).toBe(200);
    await fetchCall(gateway, { nik: '4001015203880002' });
    expect(gateway.quota()).toBe(199);
  });

  test('answers 06 outside the access hours, also when they pass midnight', async () => {
    const now = at('2026-09-08T09:00:00');
    const other = await gateways.open({ now: () => now, accessHours: { from: 7 * 60, to: 17 * 60 } });
    expect(await codeOf(fetchCall(other, { nik: r1 }))).toBeUndefined();
    other.setHour(2 * 60);
    expect(await codeOf(fetchCall(other, { nik: r1 }))).toBe('06');
    other.setAccessHours({ from: 22 * 60, to: 3 * 60 });
    expect(await codeOf(fetchCall(other, { nik: r1 }))).toBeUndefined();
    other.realTime();
    expect(await codeOf(fetchCall(other, { nik: r1 }))).toBe('06');
  });
});

describe('the pattern detector', () => {
  const ask = async (other: SimulatedGateway, niks: readonly string[]) => {
    for (const nik of niks) await fetchCall(other, { nik });
    return other.pacing();
  };

  test('flags neighbours, progressions, a district’s birth date asked three times, and haste', async () => {
    let now = 0;
    const paced = () => {
      now += 20_000;
      return now;
    };
    const neighbours = await gateways.open({ now: paced });
    expect(await ask(neighbours, [r1, '4001015203880002'])).toMatchObject({ sequential: 1, tooFast: 0 });
    const steps = await gateways.open({ now: paced });
    const progression = ['4001010101800001', '4001010201800001', '4001010301800001'];
    expect(await ask(steps, progression)).toMatchObject({ hits: 3, sequential: 1 });
    const pattern = await gateways.open({ now: paced });
    const oneDay = ['4001010101800010', '4001010101800020', '4001010101800035'];
    expect(await ask(pattern, oneDay)).toMatchObject({ sequential: 0, patterned: 1 });
    expect(await ask(gateway, [r1, r2])).toMatchObject({ sequential: 0, tooFast: 1 });
  });

  test('stays quiet about a day at the counter, the same resident twice included', async () => {
    let now = 0;
    const calm = await gateways.open({
      now: () => {
        now += 20_000;
        return now;
      },
    });
    expect(await ask(calm, [r1, r2, r2, '4001027112750002', papuan])).toMatchObject({ hits: 5, flags: 0 });
  });

  test('switches the user off, when told to', async () => {
    const strict = await gateways.open({ blockAfterFlags: 1 });
    await ask(strict, [r1, '4001015203880002']);
    expect(await codeOf(fetchCall(strict, { nik: r1 }))).toBe('17');
  });
});
