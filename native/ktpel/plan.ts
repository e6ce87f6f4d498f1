/**
 * Read plans are data: which files, in which order, through which link, in which chunks. The reader executes them and the cost model
 * adds them up, so that two plans can be compared before and after they are run.
 */
import type { Chunks } from './chunked-file.ts';
import { plainChunks, protectedChunks, SHORTEST_BIODATA_FILE } from './planner.ts';

export type ProtectedImage = 'signature' | 'minutiae1' | 'minutiae2';

export type ReadStep =
  | { readonly step: 'openSam' }
  | { readonly step: 'resetSam' }
  | { readonly step: 'selectApplication' }
  | { readonly step: 'readUid'; readonly askCard: 'whenTypeB' | 'always' }
  | { readonly step: 'readPhoto'; readonly chunks: Chunks }
  | { readonly step: 'readCardControl' }
  | { readonly step: 'authenticate' }
  | { readonly step: 'readBiodata'; readonly chunks: Chunks }
  | { readonly step: 'readDigitalSignature' }
  | { readonly step: 'startVerification' }
  | { readonly step: 'pushDigitalSignature' }
  | { readonly step: 'pushPhoto'; readonly first: number; readonly next: number }
  | { readonly step: 'startDeciphering' }
  | {
      readonly step: 'readEnciphered';
      readonly file: ProtectedImage;
      readonly chunks: Chunks;
      /** STOP goes to the SAM just before the last read of the last file (KTP-el fact sheet 3.1, row 20). */
      readonly stopBeforeLast: boolean;
    }
  | { readonly step: 'verify' };

export interface ReadPlan {
  readonly name: 'ordinary' | 'authenticity' | 'public' | 'plain' | 'handshake';
  readonly steps: readonly ReadStep[];
}

/** READ of the card control: always 53 bytes, whatever length they record (n=14/14). */
export const CARD_CONTROL_READ = 0x35;
/** READ of the digital signature: the whole 80-byte file at once. */
export const DIGITAL_SIGNATURE_READ = 0x50;

/**
 * What a visit needs and nothing more: photo, if the profile lets the officer see it, then biodata. OPEN and RESET were done
 * before the tap. The challenge is asked for immediately before it is used, since no source says that it survives another command;
 * everything in the clear therefore comes before it.
 */
export function ordinaryPlan({ photo = true }: { readonly photo?: boolean } = {}): ReadPlan {
  return {
    name: 'ordinary',
    steps: [
      { step: 'selectApplication' },
      { step: 'readUid', askCard: 'whenTypeB' },
      ...(photo ? [{ step: 'readPhoto', chunks: plainChunks() } as const] : []),
      { step: 'readCardControl' },
      { step: 'authenticate' },
      { step: 'readBiodata', chunks: protectedChunks(SHORTEST_BIODATA_FILE) },
    ],
  };
}

/** The files in the clear and nothing else: whether reader and chip work, without the SAM and without what it would decipher. */
export function plainPlan(): ReadPlan {
  return {
    name: 'plain',
    steps: [
      { step: 'selectApplication' },
      { step: 'readUid', askCard: 'whenTypeB' },
      { step: 'readPhoto', chunks: plainChunks() },
      { step: 'readCardControl' },
    ],
  };
}

/** Whether chip and SAM know each other. Nothing is read in the session they come to. */
export function handshakePlan(): ReadPlan {
  return {
    name: 'handshake',
    steps: [
      { step: 'selectApplication' },
      { step: 'readUid', askCard: 'whenTypeB' },
      { step: 'readCardControl' },
      { step: 'authenticate' },
    ],
  };
}

/** The chunks of files the SAM deciphers on the way: only the observed pattern, first 8, then a multiple of 8 (2.1). */
const enciphered: Chunks = { first: 8, next: 208, granule: 8 };

/**
 * All six files through the SAM and its verdict on the digital signature. The order is the public one, for what the SAM hashes is what passes
 * through it in that order (KTP-el fact sheet 3.4).
 */
export function authenticityPlan(): ReadPlan {
  return {
    name: 'authenticity',
    steps: [
      { step: 'selectApplication' },
      { step: 'readUid', askCard: 'whenTypeB' },
      { step: 'readPhoto', chunks: plainChunks() },
      { step: 'readCardControl' },
      { step: 'authenticate' },
      { step: 'readDigitalSignature' },
      { step: 'startVerification' },
      { step: 'pushDigitalSignature' },
      { step: 'readBiodata', chunks: protectedChunks(SHORTEST_BIODATA_FILE) },
      { step: 'pushPhoto', first: 8, next: 248 },
      { step: 'startDeciphering' },
      { step: 'readEnciphered', file: 'signature', chunks: enciphered, stopBeforeLast: false },
      { step: 'readEnciphered', file: 'minutiae1', chunks: enciphered, stopBeforeLast: false },
      { step: 'readEnciphered', file: 'minutiae2', chunks: enciphered, stopBeforeLast: true },
      { step: 'verify' },
    ],
  };
}

/** The order and chunking of the public readers (KTP-el fact sheet 3.1 and 2.1), to be compared with. */
export function publicPlan(): ReadPlan {
  const bySm: Chunks = { first: 8, next: 208, granule: 1 };
  return {
    name: 'public',
    steps: [
      { step: 'openSam' },
      { step: 'selectApplication' },
      { step: 'readPhoto', chunks: { first: 8, next: 248, granule: 1 } },
      { step: 'readUid', askCard: 'always' },
      { step: 'readCardControl' },
      { step: 'resetSam' },
      { step: 'authenticate' },
      { step: 'readDigitalSignature' },
      { step: 'startVerification' },
      { step: 'pushDigitalSignature' },
      { step: 'readBiodata', chunks: bySm },
      { step: 'pushPhoto', first: 8, next: 248 },
      { step: 'startDeciphering' },
      { step: 'readEnciphered', file: 'signature', chunks: enciphered, stopBeforeLast: false },
      { step: 'readEnciphered', file: 'minutiae1', chunks: enciphered, stopBeforeLast: false },
      { step: 'readEnciphered', file: 'minutiae2', chunks: enciphered, stopBeforeLast: true },
      { step: 'verify' },
    ],
  };
}
