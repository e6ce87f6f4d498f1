/**
 * The SAM of one counter, for as long as one visit process lives: found, opened and kept at hand; let go of when it is pulled, exchanged or
 * fails; and looked for again when it may have come back.
 */
import {
  type CardTransport,
  cardFailure,
  type Failure,
  failed,
  hintOf,
  parseSamConfiguration,
  prepareSam,
  type ReaderStatus,
  type ReadySam,
  type Result,
  type Turn,
} from '../../native/index.ts';
import type { ConnectionProfile, Lamp } from '../contract/index.ts';

export interface SamOptions {
  readonly transport: CardTransport;
  readonly sam: ConnectionProfile['sam'];
  /** Where there is no SAM because the books let none read here: why. */
  readonly samRefused?: Failure | undefined;
  readonly readers: ConnectionProfile['readers'];
  /** OPEN was refused in an earlier process; it is not sent again until IT staff ask for it. */
  readonly openWasRefused: boolean;
}

interface SamListener {
  /** The lamp, or the reader in which the SAM is, may have changed. */
  changed(): void;
  openRefused(): void;
}

/**
 * A SAM that was asked in the moment it was put in, or while another program held it, may answer a little later, and nothing tells of
 * that. So often it is looked at, where a card lies in its reader.
 */
const lookAgainMs = 2000;
/** What time may heal. Whatever a SAM or the books refused stays refused. */
const passing: ReadonlySet<string> = new Set([
  'SAM_MISSING',
  'SAM_MUTE',
  'SAM_REMOVED',
  'SAM_SESSION_LOST',
  'READER_BUSY',
]);

const ready: Lamp = { colour: 'ready' };
const busy: Lamp = { colour: 'busy' };
const broken = (failure: Failure): Lamp => ({ colour: 'broken', failure });

export class SamAtHand {
  readonly #options: SamOptions;
  /** The search for the SAM and the wait for a tap look at the same readers. */
  readonly #turn: Turn;
  readonly #listener: SamListener;
  #lamp: Lamp = busy;
  #sam: ReadySam | undefined;
  #preparing: Promise<Result<ReadySam>> | undefined;
  #readerSeen: string | undefined;
  #openRefused: boolean;
  #readers: readonly ReaderStatus[] = [];
  #readersKnown = '';
  #readersChanged = false;
  /** How many cards its reader had seen come and go: one more, and it is another card, even if the slot was never seen empty. */
  #eventsSeen: number | undefined;
  #lettingGo: Promise<void> = Promise.resolve();
  #nextLook: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(options: SamOptions, turn: Turn, listener: SamListener) {
    this.#options = options;
    this.#turn = turn;
    this.#listener = listener;
    this.#openRefused = options.openWasRefused;
  }

  get lamp(): Lamp {
    return this.#lamp;
  }

  /** The reader it is in, was in last, or is said to be in. */
  get reader(): string | undefined {
    return this.#readerSeen;
  }

  get uid(): Uint8Array | undefined {
    return this.#sam?.uid;
  }

  /**
   * One preparation at a time; whoever needs the SAM meanwhile waits for the same one. When readers changed in the middle of it
   * and it failed, it is made once more: the change may have been the SAM.
   */
  prepare(): Promise<Result<ReadySam>> {
    if (this.#preparing === undefined) this.#show(busy);
    return this.#prepare();
  }

  /** The readers as they are now. */
  see(readers: readonly ReaderStatus[]): void {
    this.#readers = readers;
    this.#noticeGone();
    // Readers or cards came or went: if there is no SAM yet, this may have brought it.
    const known = readers
      .map(({ name, cardPresent, eventCount }) => `${name}=${cardPresent} ${eventCount}`)
      .join('\n');
    if (known !== this.#readersKnown && this.#sam === undefined) {
      this.#readersChanged = true;
      void this.prepare();
    }
    this.#readersKnown = known;
  }

  /** It failed, or what it is reached by did. Prepared anew, with a reconnect, when it is needed or may have come back. */
  lose(failure?: Failure): void {
    const lost = this.#sam;
    if (lost !== undefined) {
      this.#sam = undefined;
      this.#preparing = undefined;
      this.#lettingGo = lost.sam.leave();
    }
    if (failure === undefined) return;
    this.#readersKnown = '';
    this.#show(broken(failure));
  }

  /** The SAM stays powered, so that the next process finds it open. */
  async leave(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#nextLook);
    const prepared = await this.#preparing;
    if (prepared?.ok) await prepared.value.sam.leave();
  }

  #noticeGone(): void {
    const sam = this.#sam;
    if (sam === undefined) return;
    const slot = this.#readers.find(({ name }) => name === sam.reader);
    const exchanged = this.#eventsSeen !== undefined && slot?.eventCount !== this.#eventsSeen;
    if (slot?.cardPresent === true && !exchanged) {
      this.#eventsSeen = slot.eventCount;
      return;
    }
    this.lose(cardFailure('SAM_MISSING', 'watch', sam.reader));
  }

  #prepare(): Promise<Result<ReadySam>> {
    this.#preparing ??= this.#prepareUntilQuiet().finally(() => {
      if (this.#sam === undefined) this.#preparing = undefined;
    });
    return this.#preparing;
  }

  async #prepareUntilQuiet(): Promise<Result<ReadySam>> {
    clearTimeout(this.#nextLook);
    // The connection that was lost must be let go before the reader can be held again.
    await this.#lettingGo;
    for (;;) {
      this.#readersChanged = false;
      const prepared = await this.#turn(() => this.#prepareOnce());
      const isOver = prepared.ok || this.#openRefused || this.#isOver;
      if (isOver || !this.#readersChanged) return prepared;
    }
  }

  async #prepareOnce(): Promise<Result<ReadySam>> {
    const { readers, transport } = this.#options;
    const prepared = await this.#open();
    this.#readerSeen = prepared.ok ? prepared.value.reader : (this.#readerSeen ?? readers.sam);
    if (prepared.ok) this.#keep(prepared.value);
    else this.#report(prepared.failure);
    if (this.#isOver && prepared.ok) await transport.dispose();
    return prepared;
  }

  #keep(sam: ReadySam): void {
    this.#sam = sam;
    // As they were last told: if the card came since, the next telling makes it ready once more, which does no harm.
    this.#eventsSeen = this.#readers.find(({ name }) => name === sam.reader)?.eventCount;
    this.#show(ready);
  }

  #report(failure: Failure): void {
    if (failure.code === 'SAM_OPEN_REFUSED' || failure.code === 'SAM_LOCKED_OUT') {
      this.#openRefused = true;
      this.#listener.openRefused();
    }
    this.#show(broken(failure));
    const mayAnswerLater = passing.has(failure.code) && this.#cardLies() && !this.#isOver;
    if (mayAnswerLater) this.#nextLook = setTimeout(() => this.#lookAgain(), lookAgainMs);
  }

  /** Where the SAM was or is said to be; before it was ever seen, wherever by the name of the reader it may be. */
  #cardLies(): boolean {
    const isIts = (name: string) =>
      this.#readerSeen === undefined ? hintOf(name) !== 'chip' : name === this.#readerSeen;
    return this.#readers.some(({ name, cardPresent }) => cardPresent && isIts(name));
  }

  /** Without a word while it does: what is wrong, and its cure, stand on the screen until there is something new. */
  #lookAgain(): void {
    if (this.#sam === undefined && !this.#isOver) void this.#prepare();
  }

  async #open(): Promise<Result<ReadySam>> {
    const { sam: secret, samRefused, readers, transport } = this.#options;
    if (secret === undefined) return failed(samRefused ?? cardFailure('SAM_MISSING', 'profile'));
    const configuration = parseSamConfiguration(secret.pcid, secret.conf);
    if (!configuration.ok) return configuration;
    return prepareSam(transport, {
      configuration: configuration.value,
      openWasRefused: this.#openRefused,
      ...(secret.uid === undefined ? {} : { expectedUid: Buffer.from(secret.uid, 'hex') }),
      ...(readers.sam === undefined ? {} : { pinnedReader: readers.sam }),
    });
  }

  #show(lamp: Lamp): void {
    if (lamp.failure !== undefined && lamp.failure.code === this.#lamp.failure?.code) return;
    this.#lamp = lamp;
    this.#listener.changed();
  }
}
