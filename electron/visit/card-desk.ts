/**
 * The reader pair of one counter, for as long as one visit process lives: keeps an opened SAM at hand, waits for a tap, reads on
 * request, and says at every moment through two lamps whether a tap would work and, if not, which link is broken.
 */
import {
  type CardTransport,
  cardFailure,
  type Disposable,
  type Failure,
  failed,
  hintOf,
  ok,
  oneAtATime,
  ordinaryPlan,
  parseSamConfiguration,
  prepareSam,
  type ReaderChange,
  type ReaderStatus,
  type ReadySam,
  type Result,
  readCard,
  type TappedCard,
  toHex,
  waitForTap,
} from '../../native/index.ts';
import { fromCard } from '../../native/sensitive.ts';
import type { ConnectionProfile, ElementPart, Lamp, ReaderRow, ReadStep } from '../contract/index.ts';
import type { CardDesk, CardDeskListener, CardValues, ReadDone, ReadListener } from './ports.ts';

export interface CardDeskOptions {
  readonly transport: CardTransport;
  readonly sam: ConnectionProfile['sam'];
  /** Where there is no SAM because the books let none read here: why. */
  readonly samRefused?: Failure | undefined;
  readonly readers: ConnectionProfile['readers'];
  readonly granted: readonly ElementPart[];
  /** OPEN was refused in an earlier process; it is not sent again until IT staff ask for it. */
  readonly openWasRefused: boolean;
  readonly ignorePresentCard: boolean;
  readonly now: () => number;
}

const ready: Lamp = { colour: 'ready' };
const busy: Lamp = { colour: 'busy' };

export function createCardDesk(options: CardDeskOptions): CardDesk {
  return new ReaderPair(options);
}

class ReaderPair implements CardDesk {
  readonly #options: CardDeskOptions;
  readonly #over = new AbortController();
  /** The search for the SAM and the wait for a tap look at the same readers. */
  readonly #turn = oneAtATime();
  #listener: CardDeskListener | undefined;
  #watch: Disposable | undefined;
  #readerLamp: Lamp = busy;
  #samLamp: Lamp = busy;
  #sam: ReadySam | undefined;
  #preparing: Promise<Result<ReadySam>> | undefined;
  #samReaderSeen: string | undefined;
  /** How many cards its reader had seen come and go: one more, and it is another card, even if the slot was never seen empty. */
  #samEvents: number | undefined;
  #openRefused: boolean;
  #tapped: TappedCard | undefined;
  #lifted: (() => void) | undefined;
  /** The last card was seen to go: one that lies there now was laid down since. */
  #cardWent = false;
  #readersKnown = '';
  #readersChanged = false;
  #lettingGo: Promise<void> = Promise.resolve();
  #readers: readonly ReaderStatus[] = [];

  constructor(options: CardDeskOptions) {
    this.#options = options;
    this.#openRefused = options.openWasRefused;
  }

  start(listener: CardDeskListener): void {
    this.#listener = listener;
    listener.liftFirst(this.#options.ignorePresentCard);
    this.#watch = this.#options.transport.watch((change) => this.#changed(change));
    void this.#waitForTaps();
  }

  inUse() {
    if (this.#tapped === undefined) return undefined;
    const uid = this.#sam?.uid;
    return { reader: this.#tapped.reader, ...(uid === undefined ? {} : { samUid: toHex(uid) }) };
  }

  async dispose(): Promise<void> {
    this.#over.abort();
    this.#watch?.dispose();
    this.#lifted?.();
    await this.#release();
    const prepared = await this.#preparing;
    // The SAM stays powered, so that the next process finds it open.
    if (prepared?.ok) await prepared.value.sam.leave();
    await this.#options.transport.dispose();
  }

  // ------------------------------------------------------------------------------------------------------------ the taps

  async #waitForTaps(): Promise<void> {
    await this.#prepare();
    let onlyNewCards = this.#options.ignorePresentCard && !this.#cardWent;
    while (!this.#over.signal.aborted) {
      const tap = await waitForTap(this.#options.transport, {
        onlyNewCards,
        signal: this.#over.signal,
        onNotice: (failure) => this.#readerNotice(failure),
        samReader: () => this.#samReaderSeen,
        turn: this.#turn,
        ...(this.#options.readers.card === undefined ? {} : { pinnedReader: this.#options.readers.card }),
      });
      if (!tap.ok) return;
      const lifted = new Promise<void>((resolve) => {
        this.#lifted = resolve;
      });
      this.#tapped = tap.value;
      this.#cardWent = false;
      this.#readerNotice(undefined);
      this.#listener?.liftFirst(false);
      this.#listener?.tapped();
      await lifted;
      onlyNewCards = !this.#cardWent;
      this.#lifted = undefined;
      await this.#release();
      this.#listener?.lifted();
    }
  }

  #readerNotice(failure: Failure | undefined): void {
    this.#readerLamp = failure === undefined ? ready : { colour: 'broken', failure };
    this.#tellLamps();
  }

  #changed(change: ReaderChange): void {
    if (change.kind === 'broken') {
      this.#loseSam();
      this.#samLamp = { colour: 'broken', failure: change.failure };
      this.#readerLamp = { colour: 'broken', failure: change.failure };
      this.#readersKnown = '';
      this.#lifted?.();
      this.#tellLamps();
      return;
    }
    this.#readers = change.readers;
    this.#tellReaders();
    if (this.#readerLamp.failure === undefined) this.#readerNotice(undefined);
    const present = (name: string | undefined) =>
      change.readers.some((reader) => reader.name === name && reader.cardPresent);
    if (this.#tapped !== undefined && !present(this.#tapped.reader)) {
      this.#cardWent = true;
      this.#lifted?.();
    }
    this.#noticeLift();
    this.#noticeSamGone();
    // Readers or cards came or went: if there is no SAM yet, this may have brought it.
    const known = change.readers
      .map(({ name, cardPresent, eventCount }) => `${name}=${cardPresent} ${eventCount}`)
      .join('\n');
    if (known !== this.#readersKnown && this.#sam === undefined) {
      this.#readersChanged = true;
      void this.#prepare();
    }
    this.#readersKnown = known;
  }

  /** Looked at again once the SAM is found: until then nobody knows that what lies in its reader is no card to lift. */
  #noticeLift(): void {
    if (this.#tapped !== undefined || this.#readers.length === 0) return;
    const cardLies = this.#readers.some(
      ({ name, cardPresent }) => cardPresent && name !== this.#samReaderSeen && name !== this.#sam?.reader,
    );
    if (cardLies) return;
    this.#cardWent = true;
    this.#listener?.liftFirst(false);
  }

  #noticeSamGone(): void {
    const sam = this.#sam;
    if (sam === undefined) return;
    const slot = this.#readers.find(({ name }) => name === sam.reader);
    const exchanged = this.#samEvents !== undefined && slot?.eventCount !== this.#samEvents;
    if (slot?.cardPresent === true && !exchanged) {
      this.#samEvents = slot.eventCount;
      return;
    }
    this.#loseSam();
    this.#samLamp = { colour: 'broken', failure: cardFailure('SAM_MISSING', 'watch', this.#samReaderSeen) };
    this.#tellLamps();
  }

  async #release(): Promise<void> {
    const tapped = this.#tapped;
    this.#tapped = undefined;
    await tapped?.card.connection.disconnect('leave');
  }

  // ------------------------------------------------------------------------------------------------------------- the SAM

  /**
   * One preparation at a time; whoever needs the SAM meanwhile waits for the same one. When readers changed in the middle of it
   * and it failed, it is made once more: the change may have been the SAM.
   */
  #prepare(): Promise<Result<ReadySam>> {
    this.#preparing ??= this.#prepareUntilQuiet().finally(() => {
      if (this.#sam === undefined) this.#preparing = undefined;
    });
    return this.#preparing;
  }

  async #prepareUntilQuiet(): Promise<Result<ReadySam>> {
    // The connection that was lost must be let go before the reader can be held again.
    await this.#lettingGo;
    this.#samLamp = busy;
    this.#tellLamps();
    for (;;) {
      this.#readersChanged = false;
      const prepared = await this.#turn(() => this.#prepareSam());
      const isOver = prepared.ok || this.#openRefused || this.#over.signal.aborted;
      if (isOver || !this.#readersChanged) return prepared;
    }
  }

  async #prepareSam(): Promise<Result<ReadySam>> {
    const { readers, transport } = this.#options;
    const prepared = await this.#openSam();
    if (prepared.ok) {
      this.#sam = prepared.value;
      this.#samReaderSeen = prepared.value.reader;
      // As they were last told: if the card came since, the next telling makes it ready once more, which does no harm.
      this.#samEvents = this.#readers.find(({ name }) => name === prepared.value.reader)?.eventCount;
      this.#samLamp = ready;
      this.#tellReaders();
    } else {
      this.#samLamp = { colour: 'broken', failure: prepared.failure };
      if (prepared.failure.code === 'SAM_OPEN_REFUSED' || prepared.failure.code === 'SAM_LOCKED_OUT') {
        this.#openRefused = true;
        this.#listener?.samOpenRefused();
      }
    }
    this.#samReaderSeen ??= readers.sam;
    this.#noticeLift();
    if (this.#over.signal.aborted && prepared.ok) await transport.dispose();
    this.#tellLamps();
    return prepared;
  }

  async #openSam(): Promise<Result<ReadySam>> {
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

  #loseSam(): void {
    const lost = this.#sam;
    if (lost === undefined) return;
    this.#sam = undefined;
    this.#preparing = undefined;
    this.#lettingGo = lost.sam.leave();
  }

  // ------------------------------------------------------------------------------------------------------------ the read

  async read(wanted: { readonly photo: boolean }, listener: ReadListener): Promise<Result<ReadDone>> {
    const tapped = this.#tapped;
    if (tapped === undefined) return failed(cardFailure('CARD_REMOVED', 'read'));
    const startedAt = this.#options.now();
    const result = await readCard(
      {
        card: tapped.card,
        sam: async () => {
          const sam = await this.#prepare();
          return sam.ok ? ok(sam.value.open) : sam;
        },
      },
      ordinaryPlan({ photo: wanted.photo }),
      {
        granted: this.#options.granted,
        signal: this.#over.signal,
        onPhoto: (photo) => {
          if (photo.ok) listener.photo(fromCard(photo.value.reveal().jpeg));
        },
        onBiodata: (identity) => listener.identity(new Map(Object.entries(identity)) as CardValues),
        onProgress: ({ step, doneMs, totalMs }) => {
          const shown = shownStep(step);
          if (shown !== undefined) listener.progress(shown, totalMs === 0 ? 0 : doneMs / totalMs);
        },
      },
    );
    if (!result.ok) {
      this.#afterFailure(result.failure);
      return result;
    }
    return ok({ ms: this.#options.now() - startedAt });
  }

  /** A SAM that failed is prepared anew, with a reconnect, before the next tap needs it. */
  #afterFailure(failure: Failure): void {
    if (failure.code === 'CARD_REMOVED') {
      // The read itself has seen the card go. One that lies there now was laid down since, even if the service, which looks
      // only now and then, has noticed neither.
      this.#cardWent = true;
      this.#lifted?.();
    }
    if (failure.link !== 'sam') return;
    this.#loseSam();
    void this.#prepare();
  }

  #tellLamps(): void {
    this.#listener?.lamps(this.#readerLamp, this.#samLamp);
  }

  #tellReaders(): void {
    const role = (name: string): ReaderRow['role'] => {
      if (name === this.#samReaderSeen) return 'SAM';
      const pinned = this.#options.readers.card;
      const isCard =
        pinned === undefined ? hintOf(name) === 'chip' || name === this.#tapped?.reader : name === pinned;
      return isCard ? 'CARD' : 'NONE';
    };
    this.#listener?.readers(
      this.#readers.map(({ name, cardPresent }) => ({ name, cardPresent, role: role(name) })),
    );
  }
}

function shownStep(step: string): ReadStep | undefined {
  switch (step) {
    case 'readPhoto':
      return 'PHOTO';
    case 'readUid':
    case 'readCardControl':
      return 'CARD_CONTROL';
    case 'authenticate':
      return 'AUTHENTICATION';
    case 'readBiodata':
      return 'BIODATA';
    default:
      return undefined;
  }
}
