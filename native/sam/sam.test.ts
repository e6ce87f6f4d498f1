import { describe, expect, test } from 'vitest';
import { createReplayTransport, type ReplayStep, type ReplayTransport } from '../pcsc/index.ts';
import {
  type OpenSam,
  parseSamConfiguration,
  Sam,
  type SamConfiguration,
  samConfiguration,
} from './index.ts';

const RESET = '00FF000000';
// PCID 01…10 (hex), CONF: sixteen times 00, sixteen times FF. OPEN is therefore PCID itself, then its complement.
const PCID = '0102030405060708090A0B0C0D0E0F10';
const OPEN = `00F0000020${PCID}FEFDFCFBFAF9F8F7F6F5F4F3F2F1F0EF`;

function configuration(): SamConfiguration {
  const parsed = parseSamConfiguration(PCID, `${'00'.repeat(16)}${'FF'.repeat(16)}`);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

type Row = readonly [command: string, answer: ReplayStep['answer']];

async function samOn(
  rows: readonly Row[],
  openWasRefused = false,
): Promise<{ sam: Sam; transport: ReplayTransport }> {
  const script = rows.map(([command, answer]) => ({ reader: 'SAM', command, answer }));
  const transport = createReplayTransport([{ name: 'SAM', atr: '3B80' }], script);
  const connected = await transport.connect('SAM');
  if (!connected.ok) throw new Error(connected.failure.code);
  return { sam: new Sam(connected.value, { openWasRefused }), transport };
}

async function openSamOn(rows: readonly Row[]): Promise<{ open: OpenSam; transport: ReplayTransport }> {
  const { sam, transport } = await samOn([[RESET, '9000'], ...rows]);
  const open = await sam.open(configuration());
  if (!open.ok) throw new Error(open.failure.code);
  return { open: open.value, transport };
}

describe('opening the SAM', () => {
  test('asks first, sends OPEN once to a closed SAM, then RESET', async () => {
    const { sam, transport } = await samOn([
      [RESET, '6982'],
      [OPEN, '9000'],
      [RESET, '9000'],
    ]);
    expect((await sam.open(configuration())).ok).toBe(true);
    expect(transport.remaining()).toBe(0);
  });

  test('sends no OPEN to a SAM that another process left open', async () => {
    const { sam, transport } = await samOn([[RESET, '9000']]);
    expect((await sam.open(configuration())).ok).toBe(true);
    expect(transport.remaining()).toBe(0);
  });

  test('never sends a second OPEN after a refusal, until a person allows one more', async () => {
    const { sam, transport } = await samOn([
      [RESET, '6982'],
      [OPEN, '6982'],
      [RESET, '6982'],
      [RESET, '6982'],
      [RESET, '6982'],
      [OPEN, '9000'],
      [RESET, '9000'],
    ]);
    expect(await sam.open(configuration())).toMatchObject({ failure: { code: 'SAM_OPEN_REFUSED' } });
    expect(sam.openWasRefused).toBe(true);
    expect(await sam.open(configuration())).toMatchObject({ failure: { code: 'SAM_OPEN_BLOCKED' } });
    expect(await sam.open(configuration())).toMatchObject({ failure: { code: 'SAM_OPEN_BLOCKED' } });
    sam.allowAnotherOpen();
    expect((await sam.open(configuration())).ok).toBe(true);
    expect(transport.remaining()).toBe(0);
  });

  test('sends no OPEN at all when an earlier process was refused', async () => {
    const { sam, transport } = await samOn([[RESET, '6982']], true);
    expect(await sam.open(configuration())).toMatchObject({ failure: { code: 'SAM_OPEN_BLOCKED' } });
    expect(transport.deviation()).toBeUndefined();
  });

  test('opens at most once per connection, for a SAM that closed under it has lost power', async () => {
    const { sam, transport } = await samOn([
      [RESET, '6982'],
      [OPEN, '9000'],
      [RESET, '9000'],
      [RESET, '6982'],
    ]);
    await sam.open(configuration());
    expect(await sam.open(configuration())).toMatchObject({ failure: { code: 'SAM_CLOSED' } });
    expect(transport.deviation()).toBeUndefined();
  });

  test.each([
    ['6983', 'SAM_LOCKED_OUT'],
    ['6F00', 'SAM_SESSION_LOST'],
    ['6D00', 'SAM_REFUSED'],
    [{ failure: 'CARD_REMOVED' }, 'SAM_REMOVED'],
    [{ failure: 'SLOT_EMPTY' }, 'SAM_MISSING'],
    [{ failure: 'CARD_MUTE' }, 'SAM_MUTE'],
  ] as const)('names what the SAM answers to RESET: %j is %s', async (answer, code) => {
    const { sam } = await samOn([[RESET, answer]]);
    expect(await sam.open(configuration())).toMatchObject({ failure: { code } });
  });

  test('says that the SAM is locked when OPEN says so', async () => {
    const { sam } = await samOn([
      [RESET, '6982'],
      [OPEN, '6983'],
    ]);
    expect(await sam.open(configuration())).toMatchObject({ failure: { code: 'SAM_LOCKED_OUT' } });
    expect(sam.openWasRefused).toBe(true);
  });

  test('wants 16 and 32 bytes, in hexadecimal, and shows them to nobody', () => {
    expect(samConfiguration(new Uint8Array(15), new Uint8Array(32))).toMatchObject({
      failure: { code: 'SAM_CONFIGURATION_INVALID' },
    });
    expect(parseSamConfiguration('xy', '00')).toMatchObject({
      failure: { code: 'SAM_CONFIGURATION_INVALID' },
    });
    expect(`${configuration()}${JSON.stringify(configuration())}`).not.toMatch(/\d/);
  });
});

describe('the open SAM', () => {
  test('tells its seven bytes, which must be the ones custody knows', async () => {
    const row: Row = ['00F7000000', '010203040506079000'];
    const { open } = await openSamOn([row, row]);
    expect(await open.verifyUid(Uint8Array.of(1, 2, 3, 4, 5, 6, 7))).toMatchObject({ ok: true });
    expect(await open.verifyUid(Uint8Array.of(1, 2, 3, 4, 5, 6, 8))).toMatchObject({
      failure: { code: 'SAM_UID_MISMATCH' },
    });
  });

  test('without an identifier cannot be compared', async () => {
    const { open } = await openSamOn([['00F7000000', '6D00']]);
    expect(await open.verifyUid(new Uint8Array(7))).toMatchObject({
      failure: { code: 'SAM_UID_UNREADABLE' },
    });
  });

  test('keeps commands of unknown effect to itself', async () => {
    const { open, transport } = await openSamOn([]);
    expect(await open.activate()).toMatchObject({ failure: { code: 'SAM_COMMAND_DISABLED' } });
    expect(await open.activationLog(new Uint8Array(32))).toMatchObject({
      failure: { code: 'SAM_COMMAND_DISABLED' },
    });
    expect(transport.deviation()).toBeUndefined();
  });

  const chip = { uidField: new Uint8Array(8).fill(0x80), cardControl: new Uint8Array(24).fill(0xcc) };
  const F1 = `00F1000028${'CC'.repeat(24)}${'80'.repeat(8)}${'AB'.repeat(8)}`;
  const challenge = new Uint8Array(8).fill(0xab);

  test('never sends INTERNAL AUTHENTICATE empty, for that costs it more than a minute', async () => {
    const { open, transport } = await openSamOn([[F1, `${'A1'.repeat(40)}289000`]]);
    const challenged = await open.calculateChallenge(chip, challenge);
    if (!challenged.ok) throw new Error(challenged.failure.code);
    expect(await challenged.value.verifyCard(new Uint8Array())).toMatchObject({
      failure: { code: 'CARD_REFUSED_AUTHENTICATION' },
    });
    expect(transport.deviation()).toBeUndefined();
  });

  test.each([
    ['6982', 'SAM_CLOSED'],
    ['6F00', 'SAM_SESSION_LOST'],
    ['6A80', 'SAM_REJECTED_CARD'],
    ['A1A19000', 'SAM_REFUSED'],
  ])('that answers CALCULATE CHALLENGE with %s is %s', async (answer, code) => {
    const { open } = await openSamOn([[F1, answer]]);
    expect(await open.calculateChallenge(chip, challenge)).toMatchObject({ failure: { code } });
  });

  async function session(rows: readonly Row[]) {
    const { open } = await openSamOn([
      [F1, `${'A1'.repeat(40)}289000`],
      [`00F2000028${'B2'.repeat(40)}`, '9000'],
      ...rows,
    ]);
    const challenged = await open.calculateChallenge(chip, challenge);
    if (!challenged.ok) throw new Error(challenged.failure.code);
    const joined = await challenged.value.verifyCard(new Uint8Array(40).fill(0xb2));
    if (!joined.ok) throw new Error(joined.failure.code);
    return joined.value;
  }

  test.each([
    ['0010', 'verified'],
    ['0001', 'notVerified'],
    ['00109000', 'verified'],
  ])('gives its verdict where the status word stands: %s is %s', async (answer, verdict) => {
    expect(await (await session([['00FA040000', answer]])).verify()).toEqual({ ok: true, value: verdict });
  });

  test('gives no verdict with any other word', async () => {
    const joined = await session([['00FA040000', '9000']]);
    expect(await joined.verify()).toMatchObject({ failure: { code: 'SAM_REFUSED' } });
  });

  test.each([
    ['6F00', 'SAM_SESSION_LOST'],
    ['6988', 'SECURE_MESSAGING_BROKEN'],
    ['9000', 'SECURE_MESSAGING_BROKEN'],
  ])('that answers DECRYPT with %s is %s', async (answer, code) => {
    const joined = await session([['00F4000002AABB', answer]]);
    expect(await joined.unwrap(Uint8Array.of(0xaa, 0xbb))).toMatchObject({ failure: { code } });
  });

  test('is not sent a card answer that no DECRYPT command can carry', async () => {
    const joined = await session([]);
    expect(await joined.unwrap(new Uint8Array(256))).toMatchObject({ failure: { code: 'ANSWER_TOO_LONG' } });
  });
});
