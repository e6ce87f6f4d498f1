/**
 * The secret that opens a SAM: PCID (16 bytes) and CONF (two halves of 16 bytes), handed out with the card and kept sealed at rest
 * . OPEN carries PCID xor each half (KTP-el fact sheet 2.3).
 */
import { parseHex } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { type Declared, declared } from '../sensitive.ts';

export interface SamSecrets {
  /** 16 bytes. */
  readonly pcid: Uint8Array;
  /** 32 bytes. */
  readonly conf: Uint8Array;
}

export type SamConfiguration = Declared<SamSecrets>;

export function samConfiguration(pcid: Uint8Array, conf: Uint8Array): Result<SamConfiguration, CardFailure> {
  if (pcid.length !== 16 || conf.length !== 32) {
    return failed(
      cardFailure(
        'SAM_CONFIGURATION_INVALID',
        'SAM configuration',
        `PCID ${pcid.length}, CONF ${conf.length}`,
      ),
    );
  }
  return ok(declared({ pcid, conf }));
}

/** From the hexadecimal text in which vendors hand it over. */
export function parseSamConfiguration(pcid: string, conf: string): Result<SamConfiguration, CardFailure> {
  const bytes = [parseHex(pcid.trim()), parseHex(conf.trim())] as const;
  if (!bytes[0] || !bytes[1]) {
    return failed(cardFailure('SAM_CONFIGURATION_INVALID', 'SAM configuration', 'not hexadecimal'));
  }
  return samConfiguration(bytes[0], bytes[1]);
}

/** The 32 bytes of OPEN. Static for one SAM, so whoever holds them wipes them after use. */
export function openArgument({ pcid, conf }: SamSecrets): Uint8Array {
  return conf.map((byte, i) => byte ^ (pcid[i % 16] ?? 0));
}
