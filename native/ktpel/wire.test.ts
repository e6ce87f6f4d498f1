/** Every row of KTP-el fact sheet 7.3, byte for byte: the commands below are written out by hand, not built by the code under test. */
import { describe, expect, test } from 'vitest';
import { createReplayTransport, type ReplayStep, type ReplayTransport } from '../pcsc/index.ts';
import { Sam, samConfiguration } from '../sam/index.ts';
import { KtpCard } from './ktp-card.ts';
import { SecureChannel } from './secure-channel.ts';

const CHALLENGE = 'C0C1C2C3C4C5C6C7';
const UID_FIELD = '8004010203040506';
const TO_CARD = 'A1'.repeat(40);
const FROM_CARD = 'B2'.repeat(40);
const MAC = '8E08E0E1E2E3E4E5E6E7';
const STATUS = '99029000';

const toSam = (command: string, answer: string): ReplayStep => ({ reader: 'SAM', command, answer });
const toCard = (command: string, answer: string): ReplayStep => ({ reader: 'CHIP', command, answer });
const lengthOf = (hex: string) => hex.length / 2;

function authentication(f1Header: string, cardControl: string): ReplayStep[] {
  return [
    toSam('00FF000000', '9000'),
    toCard('0084000008', `${CHALLENGE}9000`),
    toSam(`${f1Header}${cardControl}${UID_FIELD}${CHALLENGE}`, `${TO_CARD}289000`),
    toCard(`0082000028${TO_CARD}28`, `${FROM_CARD}9000`),
    toSam(`00F2000028${FROM_CARD}`, '9000'),
  ];
}

async function authenticated(
  script: ReplayStep[],
  cardControl: string,
): Promise<[SecureChannel, ReplayTransport]> {
  const transport = createReplayTransport(
    [
      { name: 'CHIP', atr: '3B80' },
      { name: 'SAM', atr: '3B80' },
    ],
    script,
  );
  const chip = await transport.connect('CHIP');
  const slot = await transport.connect('SAM');
  const configuration = samConfiguration(new Uint8Array(16), new Uint8Array(32));
  if (!chip.ok || !slot.ok || !configuration.ok) throw new Error('replay');
  const card = new KtpCard(chip.value);
  const open = await new Sam(slot.value).open(configuration.value);
  if (!open.ok) throw new Error(open.failure.detail);
  const challenge = await card.getChallenge();
  if (!challenge.ok) throw new Error(challenge.failure.detail);
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
  const identity = { cardControl: bytes(cardControl), uidField: bytes(UID_FIELD) };
  const challenged = await open.value.calculateChallenge(identity, challenge.value);
  if (!challenged.ok) throw new Error(challenged.failure.detail);
  const answer = await card.externalAuthenticate(challenged.value.cryptogramWithLe);
  if (!answer.ok) throw new Error(answer.failure.detail);
  const session = await challenged.value.verifyCard(answer.value);
  if (!session.ok) throw new Error(session.failure.detail);
  return [new SecureChannel(card, session.value), transport];
}

describe('on the wire', () => {
  test.each([
    [51, '00F1000143', 72],
    [29, '00F100002D', 50],
    [24, '00F1000028', 45],
  ])('authentication with a card control of %i bytes is %s…', async (control, header, length) => {
    const cardControl = 'CC'.repeat(control);
    const script = authentication(header, cardControl);
    const [, transport] = await authenticated(script, cardControl);
    expect(transport.remaining()).toBe(0);
    expect(script.slice(1).map(({ command }) => lengthOf(command))).toEqual([5, length, 46, 45]);
  });

  test('a protected SELECT is 12 and 29, 27 and 16, 19 and 4 bytes', async () => {
    const protectedSelect = `0CA4000015870901D1D2D3D4D5D6D7D8${MAC}00`;
    const rows = [
      toSam('00F300000700A40000026FF1', `${protectedSelect}9000`),
      toCard(protectedSelect, `${STATUS}${MAC}9000`),
      toSam(`00F400000E${STATUS}${MAC}`, '90009000'),
    ];
    const cardControl = 'CC'.repeat(24);
    const [channel, transport] = await authenticated(
      [...authentication('00F1000028', cardControl), ...rows],
      cardControl,
    );
    expect(await channel.selectFile('biodata')).toEqual({ ok: true, value: undefined });
    expect(transport.remaining()).toBe(0);
    expect(lengths(rows)).toEqual([12, 29, 27, 16, 19, 4]);
  });

  test.each([
    { n: 8, le: '08', object: '871101', cryptogram: 16, lc: '21', expected: [10, 21, 19, 35, 38, 12] },
    { n: 80, le: '50', object: '875901', cryptogram: 88, lc: '69', expected: [10, 21, 19, 107, 110, 84] },
    {
      n: 208,
      le: 'D0',
      object: '8781D901',
      cryptogram: 216,
      lc: 'EA',
      expected: [10, 21, 19, 236, 239, 212],
    },
    {
      n: 176,
      le: 'B0',
      object: '8781B901',
      cryptogram: 184,
      lc: 'CA',
      expected: [10, 21, 19, 204, 207, 180],
    },
  ])('a protected READ of $n bytes is $expected', async ({ n, le, object, cryptogram, lc, expected }) => {
    const protectedRead = `0CB000000D9701${le}${MAC}00`;
    const cardAnswer = `${object}${'D7'.repeat(cryptogram)}${STATUS}${MAC}`;
    const rows = [
      toSam(`00F300000500B00000${le}`, `${protectedRead}9000`),
      toCard(protectedRead, `${cardAnswer}9000`),
      toSam(`00F40000${lc}${cardAnswer}`, `${'5A'.repeat(n)}90009000`),
    ];
    const cardControl = 'CC'.repeat(24);
    const [channel, transport] = await authenticated(
      [...authentication('00F1000028', cardControl), ...rows],
      cardControl,
    );
    expect(await channel.readBinary('biodata', 0, n)).toEqual({
      ok: true,
      value: new Uint8Array(n).fill(0x5a),
    });
    expect(transport.remaining()).toBe(0);
    expect(lengths(rows)).toEqual(expected);
  });

  test('pushing the digital signature is 85 and 2 bytes', async () => {
    const row = toSam(`00FA060050${'DD'.repeat(80)}`, '9000');
    const cardControl = 'CC'.repeat(24);
    const [channel] = await authenticated([...authentication('00F1000028', cardControl), row], cardControl);
    expect((await channel.session.pushDigitalSignature(new Uint8Array(80).fill(0xdd))).ok).toBe(true);
    expect(lengths([row])).toEqual([85, 2]);
  });

  const protectedRead = `0CB0000E0D970108${MAC}00`;

  test.each([
    ['6988', 'SECURE_MESSAGING_BROKEN'],
    ['6982', 'SECURE_MESSAGING_BROKEN'],
    ['9000', 'SECURE_MESSAGING_BROKEN'],
    ['6B00', 'FILE_TRUNCATED'],
    ['6C05', 'FILE_TRUNCATED'],
    ['6A82', 'CHIP_UNREADABLE'],
    [`8711${'00'.repeat(4)}9000`, 'SECURE_MESSAGING_BROKEN'],
    [`${STATUS}9000`, 'SECURE_MESSAGING_BROKEN'],
    [`${STATUS}${MAC}85019000`, 'SECURE_MESSAGING_BROKEN'],
  ])('a card that answers a protected READ with %s is %s, and the SAM is not asked', async (answer, code) => {
    const cardControl = 'CC'.repeat(24);
    const [channel] = await authenticated(
      [
        ...authentication('00F1000028', cardControl),
        toSam('00F300000500B0000E08', `${protectedRead}9000`),
        toCard(protectedRead, answer),
      ],
      cardControl,
    );
    const read = await channel.readBinary('biodata', 14, 8);
    expect(read).toMatchObject({ failure: { code, at: 'SM READ 6FF1 +14' } });
  });

  test('a SAM whose ENCRYPT is not the command in protected form is not believed', async () => {
    const cardControl = 'CC'.repeat(24);
    const [channel] = await authenticated(
      [...authentication('00F1000028', cardControl), toSam('00F300000500B0000008', '00B00000089000')],
      cardControl,
    );
    expect(await channel.readBinary('biodata', 0, 8)).toMatchObject({ failure: { code: 'SAM_REFUSED' } });
  });
});

function lengths(rows: readonly ReplayStep[]): number[] {
  return rows.flatMap(({ command, answer }) => [
    lengthOf(command),
    typeof answer === 'string' ? lengthOf(answer) : 0,
  ]);
}
