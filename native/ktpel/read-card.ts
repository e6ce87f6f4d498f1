/**
 * Reads one KTP-el by a plan: photo as soon as it is read, identity as soon as it is decrypted, and whatever happens, the SAM is ready for the next
 * card afterwards. Nothing but the granted values leaves this file; every buffer that held the rest is overwritten.
 */

import { failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import type { ChipIdentity, OpenSam, Verdict } from '../sam/index.ts';
import { type FromCard, fromCard } from '../sensitive.ts';
import { type CardIdentity, parseBiodata } from './biodata.ts';
import { parseMinutiaeHeader, parseSignature } from './biometrics.ts';
import { parseCardControl } from './card-control.ts';
import { type ChunkHooks, type Chunks, chunkSizes, type ReadChunk, readChunkedFile } from './chunked-file.ts';
import { costOfStep } from './cost.ts';
import type { FileName } from './files.ts';
import type { KtpCard } from './ktp-card.ts';
import { type Photo, parsePhoto } from './photo.ts';
import {
  CARD_CONTROL_READ,
  DIGITAL_SIGNATURE_READ,
  type ProtectedImage,
  type ReadPlan,
  type ReadStep,
} from './plan.ts';
import { SecureChannel } from './secure-channel.ts';
import { readUidField } from './uid-field.ts';

export interface Connections {
  readonly card: KtpCard;
  /** The open SAM, or the way to open it when the plan says so. */
  readonly sam: OpenSam | (() => Promise<Result<OpenSam>>);
}

export interface ReadProgress {
  readonly step: ReadStep['step'];
  /** Expected milliseconds of all steps before this one, and of the whole plan (traced reader, typical lengths). */
  readonly doneMs: number;
  readonly totalMs: number;
}

export interface ReadOptions {
  /** Element codes of the agreement (domain.md 2.4); everything else is dropped where the record is parsed. */
  readonly granted: Iterable<string>;
  /** A broken photo does not end the reading; it is told here like a good one. The bytes are the listener's to wipe. */
  readonly onPhoto?: (photo: Result<FromCard<Photo>, CardFailure>) => void;
  readonly onBiodata?: (identity: CardIdentity) => void;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Ends the reading between two exchanges. */
  readonly signal?: AbortSignal;
  /** Milliseconds of a clock that does not jump. */
  readonly now?: () => number;
}

export interface CardReading {
  readonly identity: CardIdentity;
  readonly photo?: Result<FromCard<Photo>, CardFailure>;
  /** Present when the plan ends with the SAM's verdict on the digital signature. */
  readonly authenticity?: Verdict;
  /** What was wrong with files that are read for the verdict only. */
  readonly remarks: readonly CardFailure[];
  /** Milliseconds since the reading began. */
  readonly timings: { readonly photoMs?: number; readonly identityMs?: number; readonly totalMs: number };
}

/**
 * Fails with what broke first; see the catalogue. After a failure the card should be tapped again; the SAM was reset and needs nothing, unless
 * it is itself what broke.
 */
export async function readCard(
  connections: Connections,
  plan: ReadPlan,
  options: ReadOptions,
): Promise<Result<CardReading>> {
  const reading = new Reading(connections, plan, options);
  try {
    return await reading.run();
  } finally {
    await reading.cleanUp();
  }
}

class Reading {
  readonly #card: KtpCard;
  readonly #plan: ReadPlan;
  readonly #options: ReadOptions;
  readonly #now: () => number;
  readonly #startedAt: number;
  #samSource: Connections['sam'];
  #chip: { uidField?: Uint8Array; cardControl?: Uint8Array } = {};
  #channel: SecureChannel | undefined;
  #samTouched: OpenSam | undefined;
  #photoFile: Uint8Array | undefined;
  #digitalSignature: Uint8Array | undefined;
  #identity: CardIdentity = {};
  #photo: Result<FromCard<Photo>, CardFailure> | undefined;
  #verdict: Verdict | undefined;
  #photoMs: number | undefined;
  #identityMs: number | undefined;
  readonly #remarks: CardFailure[] = [];

  constructor(connections: Connections, plan: ReadPlan, options: ReadOptions) {
    this.#card = connections.card;
    this.#samSource = connections.sam;
    this.#plan = plan;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#startedAt = this.#now();
  }

  async run(): Promise<Result<CardReading>> {
    const weights = this.#plan.steps.map((step) => costOfStep(step));
    const totalMs = weights.reduce((sum, weight) => sum + weight, 0);
    let doneMs = 0;
    for (const [index, step] of this.#plan.steps.entries()) {
      if (this.#options.signal?.aborted) return failed(cardFailure('READING_STOPPED', step.step));
      this.#options.onProgress?.({ step: step.step, doneMs, totalMs });
      const done = await this.#take(step);
      if (!done.ok) return done;
      doneMs += weights[index] ?? 0;
    }
    return ok(this.#result());
  }

  /** Overwrites what was kept for later steps and clears the SAM's session, so that the next tap finds it ready. */
  async cleanUp(): Promise<void> {
    this.#photoFile?.fill(0);
    this.#digitalSignature?.fill(0);
    this.#chip.cardControl?.fill(0);
    this.#chip.uidField?.fill(0);
    // A SAM that cannot be reset is found out, and told, when the next reading asks it for something.
    await this.#samTouched?.resetSession();
  }

  #result(): CardReading {
    const totalMs = this.#elapsed();
    return {
      identity: this.#identity,
      ...(this.#photo ? { photo: this.#photo } : {}),
      ...(this.#verdict ? { authenticity: this.#verdict } : {}),
      remarks: this.#remarks,
      timings: {
        ...(this.#photoMs === undefined ? {} : { photoMs: this.#photoMs }),
        ...(this.#identityMs === undefined ? {} : { identityMs: this.#identityMs }),
        totalMs,
      },
    };
  }

  #elapsed(): number {
    return this.#now() - this.#startedAt;
  }

  async #take(step: ReadStep): Promise<Result<unknown>> {
    switch (step.step) {
      case 'openSam':
        return this.#openSam();
      case 'resetSam':
        return this.#withSam((sam) => sam.resetSession());
      case 'selectApplication':
        return this.#card.selectApplication();
      case 'readUid':
        return this.#readUid(step.askCard);
      case 'readCardControl':
        return this.#readCardControl();
      case 'readPhoto':
        return this.#readPhoto(step.chunks);
      case 'authenticate':
        return this.#authenticate();
      case 'readBiodata':
        return this.#readBiodata(step.chunks);
      case 'readDigitalSignature':
        return this.#readDigitalSignature();
      case 'startVerification':
        return this.#inSession((channel) => channel.session.startVerification());
      case 'pushDigitalSignature':
        return this.#inSession((channel) =>
          channel.session.pushDigitalSignature(this.#digitalSignature ?? NONE),
        );
      case 'pushPhoto':
        return this.#inSession((channel) => this.#pushPhoto(channel, step.first, step.next));
      case 'startDeciphering':
        return this.#inSession((channel) => channel.session.startDeciphering());
      case 'readEnciphered':
        return this.#inSession((channel) =>
          this.#readEnciphered(channel, step.file, step.chunks, step.stopBeforeLast),
        );
      case 'verify':
        return this.#inSession((channel) => this.#verify(channel));
    }
  }

  async #openSam(): Promise<Result<OpenSam>> {
    if (typeof this.#samSource !== 'function') return ok(this.#samSource);
    const sam = await this.#samSource();
    if (sam.ok) this.#samSource = sam.value;
    return sam;
  }

  async #withSam<T>(use: (sam: OpenSam) => Promise<Result<T>>): Promise<Result<T>> {
    const sam = await this.#openSam();
    return sam.ok ? use(sam.value) : sam;
  }

  #inSession<T>(use: (channel: SecureChannel) => Promise<Result<T>>): Promise<Result<T>> {
    if (!this.#channel) throw new Error(`plan ${this.#plan.name} uses the session before it authenticates`);
    return use(this.#channel);
  }

  async #readUid(askCard: 'whenTypeB' | 'always'): Promise<Result<unknown>> {
    const field = await readUidField(this.#card, askCard);
    if (field.ok) this.#chip.uidField = field.value;
    return field;
  }

  async #readCardControl(): Promise<Result<unknown>> {
    const selected = await this.#card.selectFile('cardControl');
    if (!selected.ok) return selected;
    const bytes = await this.#card.readBinary('cardControl', 0, CARD_CONTROL_READ);
    if (!bytes.ok) return bytes;
    const control = parseCardControl(bytes.value);
    bytes.value.fill(0);
    if (control.ok) this.#chip.cardControl = control.value;
    return control;
  }

  async #readPhoto(chunks: Chunks): Promise<Result<unknown>> {
    const selected = await this.#card.selectFile('photo');
    if (!selected.ok) return selected;
    const file = await this.#readCautiously('photo', chunks, (offset, length) =>
      this.#card.readBinary('photo', offset, length),
    );
    if (!file.ok && !isContentFault(file.failure)) return file;
    const photo = file.ok ? parsePhoto(file.value.subarray(2)) : failed(asPhotoFailure(file.failure));
    this.#photo = photo.ok ? ok(fromCard(photo.value)) : photo;
    this.#photoMs = this.#elapsed();
    if (file.ok) this.#photoFile = file.value;
    if (!photo.ok) this.#remarks.push(photo.failure);
    this.#options.onPhoto?.(this.#photo);
    return ok(undefined);
  }

  /** GET CHALLENGE to INTERNAL AUTHENTICATE; afterwards chip and SAM share a session. */
  #authenticate(): Promise<Result<unknown>> {
    return this.#withSam(async (sam) => {
      const { uidField, cardControl } = this.#chip;
      if (!uidField || !cardControl) throw new Error(`plan ${this.#plan.name} authenticates an unknown chip`);
      const challenge = await this.#card.getChallenge();
      if (!challenge.ok) return challenge;
      this.#samTouched = sam;
      return this.#joinSam(sam, { uidField, cardControl }, challenge.value);
    });
  }

  async #joinSam(sam: OpenSam, chip: ChipIdentity, challenge: Uint8Array): Promise<Result<unknown>> {
    const challenged = await sam.calculateChallenge(chip, challenge);
    if (!challenged.ok) return challenged;
    const answer = await this.#card.externalAuthenticate(challenged.value.cryptogramWithLe);
    if (!answer.ok) return answer;
    const session = await challenged.value.verifyCard(answer.value);
    if (session.ok) this.#channel = new SecureChannel(this.#card, session.value);
    return session;
  }

  async #readBiodata(chunks: Chunks): Promise<Result<unknown>> {
    const file = await this.#readProtected('biodata', chunks);
    if (!file.ok) return file;
    const identity = parseBiodata(file.value.subarray(2), this.#options.granted);
    file.value.fill(0);
    if (!identity.ok) return identity;
    this.#identity = identity.value;
    this.#identityMs = this.#elapsed();
    this.#options.onBiodata?.(identity.value);
    return identity;
  }

  async #readDigitalSignature(): Promise<Result<unknown>> {
    return this.#inSession(async (channel) => {
      const selected = await channel.selectFile('digitalSignature');
      if (!selected.ok) return selected;
      const file = await channel.readBinary('digitalSignature', 0, DIGITAL_SIGNATURE_READ);
      if (!file.ok) return file;
      if (file.value.length !== DIGITAL_SIGNATURE_READ) {
        return failed(cardFailure('FILE_TRUNCATED', 'SM READ 6FF6 +0', `${file.value.length} bytes`));
      }
      this.#digitalSignature = file.value;
      return ok(undefined);
    });
  }

  /** Gives the SAM the whole photo file, length bytes included, in the pieces of the public readers (2.3). */
  async #pushPhoto(channel: SecureChannel, first: number, next: number): Promise<Result<unknown>> {
    const file = this.#photoFile ?? NONE;
    let at = 0;
    for (const size of chunkSizes({ first, next, granule: 1 }, file.length)) {
      const pushed = await channel.session.pushPhoto(file.subarray(at, at + size));
      if (!pushed.ok) return pushed;
      at += size;
    }
    return ok(undefined);
  }

  async #readEnciphered(
    channel: SecureChannel,
    file: ProtectedImage,
    chunks: Chunks,
    stopBeforeLast: boolean,
  ): Promise<Result<unknown>> {
    const selected = await channel.selectFile(file);
    if (!selected.ok) return selected;
    const read: ReadChunk = (offset, length) => channel.readBinary(file, offset, length);
    const beforeLast = stopBeforeLast ? () => channel.session.stopVerification() : undefined;
    const bytes = await readChunkedFile(file, chunks, read, this.#hooks(beforeLast));
    if (!bytes.ok) return bytes;
    const content = bytes.value.subarray(2);
    const remark = file === 'signature' ? remarkOnSignature(content) : remarkOnMinutiae(content);
    if (remark) this.#remarks.push(remark);
    bytes.value.fill(0);
    return ok(undefined);
  }

  async #verify(channel: SecureChannel): Promise<Result<unknown>> {
    const verdict = await channel.session.verify();
    if (verdict.ok) this.#verdict = verdict.value;
    return verdict;
  }

  async #readProtected(file: FileName, chunks: Chunks): Promise<Result<Uint8Array>> {
    return this.#inSession(async (channel) => {
      const selected = await channel.selectFile(file);
      if (!selected.ok) return selected;
      return this.#readCautiously(
        file,
        chunks,
        (offset, length) => this.#inSession((current) => current.readBinary(file, offset, length)),
        async () => {
          // The card refused in the middle of a session: nobody knows whether it is still alive, so it is built anew.
          this.#card.deselect();
          const ready = await this.#selectAgain();
          return ready.ok ? this.#inSession((current) => current.selectFile(file)) : ready;
        },
      );
    });
  }

  async #selectAgain(): Promise<Result<unknown>> {
    const reset = await this.#withSam((sam) => sam.resetSession());
    if (!reset.ok) return reset;
    const selected = await this.#card.selectApplication();
    return selected.ok ? this.#authenticate() : selected;
  }

  /**
   * Reads as planned; should the card refuse the very first read for its size, the file is shorter than any seen, and is read again with its
   * length first.
   */
  async #readCautiously(
    file: FileName,
    chunks: Chunks,
    read: ReadChunk,
    recover: () => Promise<Result<unknown>> = async () => ok(undefined),
  ): Promise<Result<Uint8Array>> {
    let refusedAtOnce = false;
    const whole = await readChunkedFile(
      file,
      chunks,
      async (offset, length) => {
        const chunk = await read(offset, length);
        refusedAtOnce = offset === 0 && !chunk.ok && chunk.failure.code === 'FILE_TRUNCATED';
        return chunk;
      },
      this.#hooks(),
    );
    if (whole.ok || !refusedAtOnce || chunks.first <= LENGTH_FIRST) return whole;
    const recovered = await recover();
    if (!recovered.ok) return recovered;
    return readChunkedFile(file, { ...chunks, first: LENGTH_FIRST }, read, this.#hooks());
  }

  #hooks(beforeLast?: () => Promise<Result<unknown>>): ChunkHooks {
    return { signal: this.#options.signal, beforeLast };
  }
}

const NONE = new Uint8Array();
const LENGTH_FIRST = 8;

/** Faults of what is written on the chip, as opposed to faults on the way to it. */
function isContentFault({ code }: { readonly code: string }): boolean {
  return code === 'FILE_TRUNCATED' || code === 'FILE_LENGTH_INVALID';
}

function asPhotoFailure({ at, code }: { readonly at: string; readonly code: string }): CardFailure {
  return cardFailure('PHOTO_BROKEN', at, code);
}

function remarkOnSignature(content: Uint8Array): CardFailure | undefined {
  const pixels = parseSignature(content);
  if (!pixels.ok) return pixels.failure;
  pixels.value.fill(0);
  return undefined;
}

function remarkOnMinutiae(content: Uint8Array): CardFailure | undefined {
  const header = parseMinutiaeHeader(content);
  return header.ok ? undefined : header.failure;
}
