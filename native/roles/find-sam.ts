/**
 * Finds the SAM among all readers and makes it ready: the pinned reader, or else the ones whose name says SAM, or else any whose card answers as
 * only a SAM does. Readers in another role are not touched.
 */
import { SW } from '../apdu/index.ts';
import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, type CardFailureCode, cardFailure } from '../failure-catalogue.ts';
import { type CardConnection, type CardTransport, exchange, type ReaderStatus } from '../pcsc/index.ts';
import { asSamFailure, looksLikeSam, type OpenSam, Sam, type SamConfiguration } from '../sam/index.ts';
import { hintOf, profileOf, type ReaderProfile, readerProfiles } from './reader-profiles.ts';

export interface SamSearch {
  /** The reader IT staff named; no other is tried. */
  readonly pinnedReader?: string;
  readonly profiles?: readonly ReaderProfile[];
  /** An earlier process was refused by this SAM with this configuration. */
  readonly openWasRefused?: boolean;
}

export interface FoundSam {
  readonly reader: string;
  readonly atr: Uint8Array;
  readonly sam: Sam;
}

export interface SamSetup extends SamSearch {
  readonly configuration: SamConfiguration;
  /** The 7 bytes custody has on record for this counter; without it the SAM is taken as it is. */
  readonly expectedUid?: Uint8Array;
}

export interface ReadySam extends FoundSam {
  readonly open: OpenSam;
  /** Absent when nobody expects one and the SAM does not tell. */
  readonly uid?: Uint8Array;
}

/**
 * Finds, opens and identifies the SAM. The caller owns it and calls `sam.leave()`. After SAM_OPEN_REFUSED the caller remembers `openWasRefused`
 * for the processes to come.
 */
export async function prepareSam(transport: CardTransport, setup: SamSetup): Promise<Result<ReadySam>> {
  const found = await findSam(transport, setup);
  if (!found.ok) return found;
  const ready = await openAndIdentify(found.value, setup);
  if (!ready.ok) await found.value.sam.leave();
  return ready;
}

async function openAndIdentify(found: FoundSam, setup: SamSetup): Promise<Result<ReadySam>> {
  const open = await found.sam.open(setup.configuration);
  if (!open.ok) return open;
  const uid = await (setup.expectedUid ? open.value.verifyUid(setup.expectedUid) : open.value.uid());
  if (!uid.ok && (setup.expectedUid || uid.failure.code !== 'SAM_UID_UNREADABLE')) return uid;
  return ok({ ...found, open: open.value, ...(uid.ok ? { uid: uid.value } : {}) });
}

/** Finds the SAM and connects to it, without opening it. */
export async function findSam(transport: CardTransport, search: SamSearch = {}): Promise<Result<FoundSam>> {
  const listed = await transport.listReaders();
  if (!listed.ok) return listed;
  if (listed.value.length === 0) return failed(cardFailure('NO_READER', 'find SAM'));
  const candidates = rank(listed.value, search);
  let why: CardFailureCode = 'SAM_MISSING';
  let detail: string | undefined;
  for (const { name, cardPresent, mute, inUse } of candidates) {
    const named = search.pinnedReader === name || hintOf(name, search.profiles) === 'sam';
    if (cardPresent && !inUse) {
      const found = await tryReader(transport, name, search);
      if (found.ok && found.value) return ok(found.value);
      if (!found.ok && isSystemic(found.failure.code)) return found;
    }
    if (!named) continue;
    detail = name;
    if (inUse) why = 'READER_BUSY';
    else if (mute) why = 'SAM_MUTE';
  }
  if (search.pinnedReader && candidates.length === 0) why = 'READER_UNPLUGGED';
  return failed(cardFailure(why, 'find SAM', detail));
}

function rank(
  readers: readonly ReaderStatus[],
  { pinnedReader, profiles }: SamSearch,
): readonly ReaderStatus[] {
  if (pinnedReader !== undefined) return readers.filter(({ name }) => name === pinnedReader);
  const hinted = (hint: string) => readers.filter(({ name }) => hintOf(name, profiles) === hint);
  return [...hinted('sam'), ...hinted('unknown')];
}

/** A service that is gone, or a driver that hangs, is not the fault of one slot. */
function isSystemic(code: string): boolean {
  return code === 'SERVICE_NOT_RUNNING' || code === 'BINDING_MISSING' || code === 'TIMEOUT';
}

async function tryReader(
  transport: CardTransport,
  reader: string,
  search: SamSearch,
): Promise<Result<FoundSam | undefined>> {
  const connected = await transport.connect(reader);
  if (!connected.ok) return failed(asSamFailure(connected.failure));
  const connection = connected.value;
  const profile = profileOf(reader, search.profiles ?? readerProfiles);
  const isSam = await probe(connection, profile);
  if (!isSam.ok || !isSam.value) {
    await connection.disconnect('leave');
    return isSam.ok ? ok(undefined) : isSam;
  }
  const sam = new Sam(connection, {
    openWasRefused: search.openWasRefused ?? false,
    commands: profile.samCommands,
  });
  return ok({ reader, atr: connection.atr, sam });
}

async function probe(connection: CardConnection, profile: ReaderProfile): Promise<Result<boolean>> {
  const slot = await selectSlot(connection, profile);
  return slot.ok ? looksLikeSam(connection) : slot;
}

/** Picks the first slot that has a working SAM. A reader that does not know the command has one slot, and needs no picking. */
async function selectSlot(
  connection: CardConnection,
  { samSlots }: ReaderProfile,
): Promise<Result<void, CardFailure>> {
  for (const command of samSlots) {
    const answer = await exchange(connection, command, 'SAM SLOT');
    if (answer.ok && (answer.value.sw === SW.OK || isUnknownCommand(answer.value.sw))) return ok(undefined);
  }
  return samSlots.length === 0
    ? ok(undefined)
    : failed(cardFailure('SAM_MISSING', 'SAM SLOT', connection.reader));
}

function isUnknownCommand(sw: number): boolean {
  return sw === SW.INS_UNSUPPORTED || sw === SW.CLA_UNSUPPORTED;
}
