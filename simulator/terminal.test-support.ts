/**
 * The plainest terminal there can be: carries bytes between a card and a SAM in the order of the public readers (KTP-el fact sheet
 * 3.1), so that the simulator's own tests can hold a dialogue. It keeps a record of every frame's length.
 */
import { concat, fromHex, toHex, uint16, word } from './bytes.ts';
import { type InstitutionSecrets, openArgument } from './crypto/index.ts';
import type { Device } from './device.ts';

interface Frame {
  readonly to: 'card' | 'sam';
  readonly command: Uint8Array;
  readonly answer: Uint8Array;
}

interface ReadOptions {
  /** Bytes of the reads after the first one of 8. */
  readonly chunk?: number;
  /** The last chunk as it is, or rounded up to whole blocks of 8. */
  readonly round?: boolean;
  readonly beforeLast?: () => void;
}

export class Terminal {
  readonly frames: Frame[] = [];
  readonly #card: Device;
  readonly #sam: Device;

  constructor(card: Device, sam: Device) {
    this.#card = card;
    this.#sam = sam;
    card.powerUp();
    sam.powerUp();
  }

  card(command: string | Uint8Array): Uint8Array {
    return this.#send('card', command);
  }

  sam(command: string | Uint8Array): Uint8Array {
    return this.#send('sam', command);
  }

  open(institution: InstitutionSecrets): string {
    return toHex(this.sam(concat(fromHex('00F0000020'), openArgument(institution))));
  }

  /** Everything up to the open session; the status words of EXTERNAL and INTERNAL AUTHENTICATE. */
  authenticate(): { external: number; internal: number } {
    const uid = this.card('FFCA000000');
    this.card('00A40000027F0A');
    const typeB = this.card('00DD000008');
    const typeBOther = this.card('00DF000000');
    this.card('00A40000026FF0');
    const control = this.card('00B0000035');
    this.sam('00FF000000');
    const challenge = this.card('0084000008');
    const form = status(typeB) === 0x9000 ? typeB : typeBOther;
    const field =
      status(form) === 0x9000 ? form.slice(0, -2).slice(-8) : concat(fromHex('80'), uid.slice(0, -2));
    const blob = control.slice(2, 2 + uint16(control));
    const data = concat(blob, field, challenge.slice(0, 8));
    const p2 = blob.length === 51 ? 1 : 0;
    const cryptogram = this.sam(concat(Uint8Array.of(0x00, 0xf1, 0x00, p2, data.length), data)).slice(0, -2);
    const chip = this.card(concat(fromHex('0082000028'), cryptogram));
    const internal = this.sam(concat(fromHex('00F2000028'), chip.slice(0, -2)));
    return { external: status(chip), internal: status(internal) };
  }

  /** One protected exchange: wrap, send, unwrap. The answer is plain data and the card's status word. */
  secure(command: Uint8Array): Uint8Array {
    const wrapped = this.sam(concat(Uint8Array.of(0x00, 0xf3, 0x00, 0x00, command.length), command));
    const reply = this.card(wrapped.slice(0, -2)).slice(0, -2);
    return this.sam(concat(Uint8Array.of(0x00, 0xf4, 0x00, 0x00, reply.length), reply)).slice(0, -2);
  }

  selectSecure(file: number): number {
    return status(this.secure(concat(fromHex('00A4000002'), word(file))));
  }

  readSecure(offset: number, expected: number): Uint8Array {
    return this.secure(concat(fromHex('00B0'), word(offset), Uint8Array.of(expected))).slice(0, -2);
  }

  /** A whole file, 8 bytes first; with its length prefix. */
  readFile(file: number, { chunk = 208, round = false, beforeLast }: ReadOptions = {}): Uint8Array {
    this.selectSecure(file);
    return collect((offset, expected) => this.readSecure(offset, expected), chunk, round, beforeLast);
  }

  readPlainFile(file: number, chunk = 248): Uint8Array[] {
    this.card(concat(fromHex('00A4000002'), word(file)));
    const chunks: Uint8Array[] = [];
    collect(
      (offset, expected) => {
        const read = this.card(concat(fromHex('00B0'), word(offset), Uint8Array.of(expected))).slice(0, -2);
        chunks.push(read);
        return read;
      },
      chunk,
      false,
    );
    return chunks;
  }

  #send(to: 'card' | 'sam', command: string | Uint8Array): Uint8Array {
    const bytes = typeof command === 'string' ? fromHex(command) : command;
    const answer = (to === 'card' ? this.#card : this.#sam).exchange(bytes);
    this.frames.push({ to, command: bytes, answer });
    return answer;
  }
}

/** The last two bytes. */
export function status(answer: Uint8Array): number {
  return uint16(answer, answer.length - 2);
}

function collect(
  read: (offset: number, expected: number) => Uint8Array,
  chunk: number,
  round: boolean,
  beforeLast?: () => void,
): Uint8Array {
  let file = read(0, 8);
  const end = uint16(file) + 2;
  while (file.length < end) {
    const left = end - file.length;
    const last = left < chunk;
    if (last) beforeLast?.();
    const expected = last ? (round ? Math.ceil(left / 8) * 8 : left) : chunk;
    const part = read(file.length, expected);
    if (part.length === 0) break;
    file = concat(file, part);
  }
  return file;
}
