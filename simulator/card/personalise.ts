/** Makes a card for a resident: keys, card control, files, digital signature, and on request one thing that is wrong with it. */
import { ascii, concat, fromHex, word } from '../bytes.ts';
import {
  BLOCK,
  cardKeys,
  encryptCbc,
  issuerSign,
  type KeyLength,
  sha256,
  type TdesKey,
} from '../crypto/index.ts';
import type { Device } from '../device.ts';
import { biodataFields, biodataRecord, type Resident } from '../residents/resident.ts';
import { type AtrStyle, cardAtr } from './atr.ts';
import { type ChipOptions, KtpChip } from './chip.ts';
import {
  AT_REST_FILES,
  BIODATA,
  CARD_CONTROL,
  DIGITAL_SIGNATURE,
  LEFT_MINUTIAE,
  PHOTO,
  RIGHT_MINUTIAE,
  SIGNATURE,
  SIGNED_FILES,
} from './files.ts';
import { BankCard } from './foreign.ts';
import { VARIANTS, type VariantName } from './variants.ts';

export interface CardOptions extends ChipOptions {
  readonly type?: 'A' | 'B';
  /** Useful bytes of card control. */
  readonly control?: 24 | 29 | 51;
  /** 24: the 3-key TDEA of the regulation; the SAM must be told the same. */
  readonly keyLength?: KeyLength;
  /** Which command tells the UID field of a type B card. */
  readonly uidForm?: 'DD' | 'DF';
  readonly atr?: AtrStyle;
  readonly variant?: VariantName;
}

/** 6FF0 always gives 53 bytes to Le 35, and S3 reads 54: the file is longer than what counts in it. Fact sheet 2.1. */
const CONTROL_FILE = 64;
/** 6FF6 is zero-filled to this. Fact sheet 4.5. */
const SIGNATURE_FILE = 80;

export function createCard(resident: Resident, options: CardOptions = {}): Device {
  const { type = 'A', control = 51, keyLength = 16, uidForm = 'DD' } = options;
  const variant = options.variant === undefined ? {} : VARIANTS[options.variant];
  if (variant.device === 'bank-card') return new BankCard();
  const identity = sha256(ascii(`card of ${resident.nik}`));
  const uid = type === 'A' ? concat(fromHex('04'), identity.slice(0, 6)) : identity.slice(0, 4);
  const uidField = type === 'A' ? concat(fromHex('80'), uid) : identity.slice(8, 16);
  const controlBytes = noise(resident.nik, 'card control').slice(0, variant.controlLength ?? control);
  const keys = cardKeys(uidField, controlBytes, keyLength, variant.master);
  const files = new Map<number, Uint8Array>();
  const contents = signedContents(resident);
  const signature = issuerSign(concat(...SIGNED_FILES.map((id) => contents.get(id) ?? new Uint8Array(0))));
  const filler = noise(resident.nik, 'filler');
  files.set(CARD_CONTROL, concat(prefixed(controlBytes), filler).slice(0, CONTROL_FILE));
  files.set(
    DIGITAL_SIGNATURE,
    concat(prefixed(signature), new Uint8Array(SIGNATURE_FILE)).slice(0, SIGNATURE_FILE),
  );
  for (const [id, useful] of contents)
    files.set(id, prefixed(variant.useful?.(id, useful, resident) ?? useful));
  for (const [id, file] of files) {
    const stored = variant.file?.(id, file) ?? file;
    files.set(id, AT_REST_FILES.has(id) ? atRest(keys.atRest, stored) : stored);
  }
  const style = options.atr ?? (type === 'A' ? 'ektp0d2' : 'type-b-atqb');
  const atr = cardAtr(style, uid);
  return new KtpChip({ type, atr, uid, uidField, uidForm, keys, keyLength, files }, options);
}

function signedContents(resident: Resident): ReadonlyMap<number, Uint8Array> {
  return new Map([
    [BIODATA, ascii(biodataRecord(biodataFields(resident)))],
    [PHOTO, resident.photo],
    [SIGNATURE, resident.signature],
    [RIGHT_MINUTIAE, resident.rightMinutiae],
    [LEFT_MINUTIAE, resident.leftMinutiae],
  ]);
}

/** Two bytes of length, then what they count. */
function prefixed(useful: Uint8Array): Uint8Array {
  return concat(word(useful.length), useful);
}

/** The whole file, length prefix included, zero-filled to whole blocks and enciphered from offset 0 (invented). */
function atRest(key: TdesKey, file: Uint8Array): Uint8Array {
  const filled = new Uint8Array(Math.ceil(file.length / BLOCK) * BLOCK);
  filled.set(file);
  return encryptCbc(key, filled);
}

/** 64 bytes without structure, the same for the same card. */
function noise(nik: string, purpose: string): Uint8Array {
  return concat(sha256(ascii(`${purpose} 1 of ${nik}`)), sha256(ascii(`${purpose} 2 of ${nik}`)));
}
