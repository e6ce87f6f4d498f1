/**
 * The 8 bytes by which the SAM knows a chip. Type A: `80` and the seven UID bytes the reader tells. Type B: the card itself tells them, to DD or
 * to DF – sources disagree, so both are asked in that order (KTP-el fact sheet 1.3).
 */
import { encodeCommand, SW } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { cardFailure } from '../failure-catalogue.ts';
import type { KtpCard } from './ktp-card.ts';

/**
 * Wants the application selected. `whenTypeB` spares a type A card the question it would answer `6D00` (n=14/14);
 * `always` asks as the public readers do.
 */
export async function readUidField(
  card: KtpCard,
  askCard: 'whenTypeB' | 'always',
): Promise<Result<Uint8Array>> {
  // GET DATA of the PC/SC specification part 3 §3.2.2.1.3: answered by the reader.
  const fromReader = await card.ask(Uint8Array.of(0xff, 0xca, 0x00, 0x00, 0x00), 'READER UID');
  if (!fromReader.ok) return fromReader;
  const { sw, data } = fromReader.value;
  const typeA = sw === SW.OK && data.length === 7 ? Uint8Array.of(0x80, ...data) : undefined;
  if (typeA && askCard === 'whenTypeB' && !hasTypeBAtr(card.connection.atr)) return ok(typeA);
  const fromCard = await askTypeB(card);
  if (!fromCard.ok) return fromCard;
  const field = fromCard.value ?? typeA;
  return field ? ok(field) : failed(cardFailure('UID_UNREADABLE', 'READER UID', `${data.length} bytes`));
}

async function askTypeB(card: KtpCard): Promise<Result<Uint8Array | undefined>> {
  const dd = await card.ask(encodeCommand({ cla: 0, ins: 0xdd, p1: 0, p2: 0, le: 8 }), 'CARD UID DD');
  if (!dd.ok) return dd;
  if (dd.value.sw === SW.OK && dd.value.data.length === 8) return ok(dd.value.data);
  if (hasTypeAAtr(card.connection.atr)) return ok(undefined);
  const df = await card.ask(encodeCommand({ cla: 0, ins: 0xdf, p1: 0, p2: 0, le: 256 }), 'CARD UID DF');
  if (!df.ok) return df;
  const long = df.value.sw === SW.OK && df.value.data.length >= 8;
  return ok(long ? df.value.data.slice(-8) : undefined);
}

/** Application data `30 AA AA 01` and protocol info `77 81 D7` of the type B KTP-el, in both ways readers show it (1.2). */
const TYPE_B_MARK = [0x30, 0xaa, 0xaa, 0x01, 0x77, 0x81, 0xd7];
const TYPE_A_MARK = [...'eKTP0D2eKTP'].map((char) => char.charCodeAt(0));

export function hasTypeBAtr(atr: Uint8Array): boolean {
  return includes(atr, TYPE_B_MARK);
}

export function hasTypeAAtr(atr: Uint8Array): boolean {
  return includes(atr, TYPE_A_MARK);
}

function includes(bytes: Uint8Array, part: readonly number[]): boolean {
  for (let at = 0; at + part.length <= bytes.length; at++) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
