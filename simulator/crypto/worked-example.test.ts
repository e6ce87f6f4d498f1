/** ICAO 9303-11 appendix D, every value of it: the proof that the simulator's cryptography is the published one. */
import { expect, test } from 'vitest';
import { ascii, concat, fromHex, toHex, xor } from '../bytes.ts';
import {
  agree,
  deriveKeyPair,
  encryptCbc,
  pad,
  retailMac,
  SecureChannel,
  seal,
  sha1,
  unseal,
} from './index.ts';

const MRZ_HASH = '239AB9CB282DAF66231DC5A4DF6BFBAEDF477565';
const RND_IC = fromHex('4608F91988702212');
const RND_IFD = fromHex('781723860C06C226');
const K_IFD = fromHex('0B795240CB7049B01C19B33E32804F0B');
const K_IC = fromHex('0B4F80323EB3191CB04970CB4052790B');
const S = '781723860C06C2264608F919887022120B795240CB7049B01C19B33E32804F0B';
const R = '4608F91988702212781723860C06C2260B4F80323EB3191CB04970CB4052790B';
const E_IFD = '72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2';
const E_IC = '46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F';

const staticKeys = deriveKeyPair(fromHex(MRZ_HASH).slice(0, 16));
const secrets = agree({ random: RND_IC, key: K_IC }, { random: RND_IFD, key: K_IFD });

test('the seed and the two static keys of the worked example come out of the printed MRZ', () => {
  expect(toHex(sha1(ascii('L898902C<369080619406236')))).toBe(MRZ_HASH);
  expect(MRZ_HASH.slice(0, 32)).toBe('239AB9CB282DAF66231DC5A4DF6BFBAE');
  expect(toHex(staticKeys.encryption)).toBe('AB94FDECF2674FDFB9B391F85D7F76F2');
  expect(toHex(staticKeys.mac)).toBe('7962D9ECE03D1ACD4C76089DCE131543');
});

test('both cryptograms of the worked example are made and opened', () => {
  expect(toHex(concat(RND_IFD, RND_IC, K_IFD))).toBe(S);
  expect(toHex(concat(RND_IC, RND_IFD, K_IC))).toBe(R);
  const terminal = seal(staticKeys, { own: RND_IFD, other: RND_IC, key: K_IFD });
  expect(toHex(concat(fromHex('0082000028'), terminal, fromHex('28')))).toBe(
    `0082000028${E_IFD}5F1448EEA8AD90A728`,
  );
  const chip = seal(staticKeys, { own: RND_IC, other: RND_IFD, key: K_IC });
  expect(toHex(chip)).toBe(`${E_IC}2F2D235D074D7449`);
  expect(unseal(staticKeys, terminal)).toEqual({ own: RND_IFD, other: RND_IC, key: K_IFD });
  expect(unseal(staticKeys, chip)).toEqual({ own: RND_IC, other: RND_IFD, key: K_IC });
});

test('the session keys and the counter of the worked example are agreed on', () => {
  expect(toHex(xor(K_IFD, K_IC))).toBe('0036D272F5C350ACAC50C3F572D23600');
  expect(toHex(secrets.keys.encryption)).toBe('979EC13B1CBFE9DCD01AB0FED307EAE5');
  expect(toHex(secrets.keys.mac)).toBe('F1CB1F1FB5ADF208806B89DC579DC1F8');
  expect(toHex(secrets.counter)).toBe('887022120C06C226');
});

test('the first protected SELECT is enciphered and authenticated as printed', () => {
  expect(toHex(encryptCbc(secrets.keys.encryption, pad(fromHex('011E'))))).toBe('6375432908C044F6');
  const covered = concat(
    fromHex('887022120C06C227'),
    pad(fromHex('0CA4020C')),
    fromHex('8709016375432908C044F6'),
  );
  expect(toHex(retailMac(secrets.keys.mac, pad(covered)))).toBe('BF8B92D635FF24F8');
});

const exchanges = [
  {
    plain: { header: fromHex('00A4020C'), data: fromHex('011E') },
    command: '0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800',
    answer: '990290008E08FA855A5D4C50A8ED9000',
    data: '',
  },
  {
    plain: { header: fromHex('00B00000'), data: new Uint8Array(0), expected: 4 },
    command: '0CB000000D9701048E08ED6705417E96BA5500',
    answer: '8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000',
    data: '60145F01',
  },
  {
    plain: { header: fromHex('00B00004'), data: new Uint8Array(0), expected: 18 },
    command: '0CB000040D9701128E082EA28A70F3C7B53500',
    answer: '871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000',
    data: '04303130365F36063034303030305C026175',
  },
];

test('the three exchanges of the worked example hold at both ends', () => {
  const terminal = new SecureChannel(secrets);
  const chip = new SecureChannel(secrets);
  for (const { plain, command, answer, data } of exchanges) {
    expect(toHex(terminal.protectCommand(plain))).toBe(command);
    expect(chip.openCommand(fromHex(command))).toEqual({
      ...plain,
      header: Uint8Array.of(0x0c, ...plain.header.slice(1)),
    });
    const body = chip.protectAnswer({ data: fromHex(data), status: 0x9000 });
    expect(`${toHex(body)}9000`).toBe(answer);
    expect(terminal.openAnswer(body)).toEqual({ data: fromHex(data), status: 0x9000 });
  }
});

test('a command or an answer with one changed bit is refused', () => {
  const command = fromHex(exchanges[0]?.command ?? '').with(10, 0);
  expect(new SecureChannel(secrets).openCommand(command)).toBe('incorrect');
  const terminal = new SecureChannel(secrets);
  terminal.protectCommand(exchanges[0]?.plain ?? { header: fromHex('00A4020C'), data: fromHex('011E') });
  expect(terminal.openAnswer(fromHex('990290008E08FA855A5D4C50A8EC'))).toBeUndefined();
});
