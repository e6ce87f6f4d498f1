/**
 * Reader families as data: what their two faces are called, how a SAM slot behind one reader is picked, and which SAM commands of unknown effect
 * their maker vouches for (KTP-el fact sheet 1.4).
 */
import { encodeCommand } from '../apdu/index.ts';

export interface ReaderProfile {
  readonly name: string;
  /** The reader names of the family, as PC/SC shows them. */
  readonly family: RegExp;
  readonly chip: RegExp;
  readonly sam: RegExp;
  /** Commands that select a SAM slot behind the one SAM reader, tried in order; empty where there is one slot. */
  readonly samSlots: readonly Uint8Array[];
  readonly samCommands: { readonly activation: boolean; readonly log: boolean };
}

/** `68 92 01 00 03 slot 00 00`, answered `9000` when the slot has a working SAM. */
export function slotCommand(slot: number): Uint8Array {
  return Uint8Array.of(0x68, 0x92, 0x01, 0x00, 0x03, slot, 0x00, 0x00);
}

/** The same inside the escape APDU `FF 69 44 42 08` of readers that take vendor commands no other way. */
export function escapedSlotCommand(slot: number): Uint8Array {
  return encodeCommand({ cla: 0xff, ins: 0x69, p1: 0x44, p2: 0x42, data: slotCommand(slot) });
}

const off = { activation: false, log: false } as const;

export const readerProfiles: readonly ReaderProfile[] = [
  {
    name: 'CREATOR CRT-603',
    family: /\bCRT-603\b/i,
    chip: /\bRF\b/i,
    sam: /\bSAM\b/i,
    samSlots: [slotCommand(1), slotCommand(2)],
    samCommands: off,
  },
  {
    name: 'ACS with SAM slot',
    family: /^ACS ACR\d+/i,
    chip: /\bPICC\b/i,
    sam: /\bSAM\b/i,
    samSlots: [],
    samCommands: off,
  },
];

/** For a reader of no known family: its name may still say what it is. */
export const unknownReader: ReaderProfile = {
  name: 'unknown',
  family: /(?:)/,
  chip: /\bPICC\b|\bRF\b|\bCL\b|contactless|\bNFC\b/i,
  sam: /\bSAM\b/i,
  samSlots: [],
  samCommands: off,
};

export function profileOf(
  reader: string,
  profiles: readonly ReaderProfile[] = readerProfiles,
): ReaderProfile {
  return profiles.find(({ family }) => family.test(reader)) ?? unknownReader;
}

/** Security keys of the officer: they are smart cards to PC/SC, sit in slot 0 for years, and are none of our business. */
const SECURITY_KEY = /yubi|nitrokey|\bsolo\b|titan|feitian|fido|security key|token/i;

export type NameHint = 'chip' | 'sam' | 'other' | 'unknown';

/** What the name of a reader says it is for. */
export function hintOf(reader: string, profiles?: readonly ReaderProfile[]): NameHint {
  const profile = profileOf(reader, profiles);
  if (profile.sam.test(reader)) return 'sam';
  if (SECURITY_KEY.test(reader)) return 'other';
  return profile.chip.test(reader) ? 'chip' : 'unknown';
}
