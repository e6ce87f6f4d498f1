/**
 * The configuration of a SAM card: read from the file it came in (docs/sam-configuration.md), sealed at rest, and opened only for the
 * counter whose reader holds the card.
 *
 * Sealed layout, in bytes: 12 nonce ‖ 16 AES-256-GCM tag ‖ ciphertext of (16 PCID ‖ 32 CONF ‖ the file as it came). Associated data: UTF-8 of the
 * card's id, so that a configuration cannot be moved to another card.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { failed, ok, type Result } from '../../native/failure.ts';
import { appFailure } from '../contract/index.ts';

const NONCE = 12;
const TAG = 16;
const PCID = 16;
const CONF = 32;

export interface ConfigurationFile {
  readonly serial: string;
  /** 16 bytes. */
  readonly pcid: Uint8Array;
  /** 32 bytes. */
  readonly conf: Uint8Array;
  /** 14 hex digits, small; a file need not name it. */
  readonly uid?: string;
  /** The file itself, which goes back one day as it came. */
  readonly bytes: Uint8Array;
  /** Of the file. */
  readonly sha256: string;
}

const wanted = { SERIAL: /^[A-Za-z0-9][A-Za-z0-9./-]{2,39}$/, PCID: hex(PCID), CONF: hex(CONF), UID: hex(7) };
type Field = keyof typeof wanted;

function hex(bytes: number): RegExp {
  return new RegExp(`^[0-9A-Fa-f]{${bytes * 2}}$`);
}

/** Fails with SAM_FILE_INVALID, whose detail names the field and never what it holds. */
export function configurationIn(bytes: Uint8Array): Result<ConfigurationFile> {
  const fields = fieldsIn(Buffer.from(bytes).toString('utf8'));
  if (!fields.ok) return fields;
  const { SERIAL: serial, PCID: pcid, CONF: conf, UID: uid } = fields.value;
  if (serial === undefined || pcid === undefined || conf === undefined) {
    const missing = (['SERIAL', 'PCID', 'CONF'] as const).filter((name) => fields.value[name] === undefined);
    return failed(invalid(`without ${missing.join(', ')}`));
  }
  return ok({
    serial,
    pcid: Buffer.from(pcid, 'hex'),
    conf: Buffer.from(conf, 'hex'),
    ...(uid === undefined ? {} : { uid: uid.toLowerCase() }),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
}

function fieldsIn(text: string): Result<Partial<Record<Field, string>>> {
  const fields: Partial<Record<Field, string>> = {};
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    const value = line.slice(colon + 1).trim();
    if (!isField(name)) return failed(invalid(`line ${index + 1}: no such field`));
    if (fields[name] !== undefined) return failed(invalid(`${name} twice`));
    if (!wanted[name].test(value)) return failed(invalid(`${name}: wrong length or characters`));
    fields[name] = value;
  }
  return ok(fields);
}

function isField(name: string): name is Field {
  return name in wanted;
}

function invalid(detail: string) {
  return appFailure('SAM_FILE_INVALID', 'custody.configuration', detail);
}

/** Seals and opens configurations. */
export interface ConfigurationSeal {
  seal(samId: string, file: ConfigurationFile): Uint8Array;
  /** As a counter's profile has it; `undefined` when the bytes were changed or belong to another card. */
  open(samId: string, sealed: Uint8Array): { readonly pcid: string; readonly conf: string } | undefined;
  /** The file as it came; `undefined` when the bytes were changed or belong to another card. */
  fileOf(samId: string, sealed: Uint8Array): Uint8Array | undefined;
  /** 64 hex digits that tell one PCID from another and nothing else. */
  mark(file: ConfigurationFile): string;
}

/** @param master 32 bytes of the installation's keys; both keys used here are derived from it (RFC 5869) */
export function configurationSeal(master: Uint8Array): ConfigurationSeal {
  const derived = (info: string) => new Uint8Array(hkdfSync('sha256', master, '', info, 32));
  const key = derived('Ketuk SAM configuration v1');
  const marking = derived('Ketuk SAM PCID mark v1');

  function opened(samId: string, sealed: Uint8Array): Buffer | undefined {
    if (sealed.length < NONCE + TAG + PCID + CONF) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(samId, 'utf8'));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
    } catch {
      // The only way in which the cipher says that the tag is wrong.
      return undefined;
    }
  }

  return {
    seal(samId, { pcid, conf, bytes }) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(samId, 'utf8'));
      const body = Buffer.concat([
        cipher.update(pcid),
        cipher.update(conf),
        cipher.update(bytes),
        cipher.final(),
      ]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(samId, sealed) {
      const body = opened(samId, sealed);
      if (body === undefined) return undefined;
      const secrets = { pcid: body.toString('hex', 0, PCID), conf: body.toString('hex', PCID, PCID + CONF) };
      body.fill(0);
      return secrets;
    },
    fileOf: (samId, sealed) => opened(samId, sealed)?.subarray(PCID + CONF),
    mark: ({ pcid }) => createHmac('sha256', marking).update(pcid).digest('hex'),
  };
}
