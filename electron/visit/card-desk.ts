/**
 * The reader pair of one counter, for as long as one visit process lives: keeps an opened SAM at hand, waits for a tap, reads on
 * request, and says at every moment through two lamps whether a tap would work and, if not, which link is broken.
 */
import {
  cardFailure,
  type Disposable,
  type Failure,
  failed,
  hintOf,
  ok,
  oneAtATime,
  ordinaryPlan,
  type ReaderChange,
  type ReaderStatus,
  type Result,
  readCard,
  type TappedCard,
  toHex,
  waitForTap,
} from '../../native/index.ts';
import { fromCard } from '../../native/sensitive.ts';
import type { ElementPart, Lamp, ReaderRow, ReadStep } from '../contract/index.ts';
import type { CardDesk, CardDeskListener, CardValues, ReadDone, ReadListener } from './ports.ts';
import { SamAtHand, type SamOptions } from './sam-at-hand.ts';

export interface CardDeskOptions extends SamOptions {
  readonly granted: readonly ElementPart[];
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
  readonly #sam: SamAtHand;
  #listener: CardDeskListener | undefined;
  #watch: Disposable | undefined;
  #readerLamp: Lamp = busy;
  #tapped: TappedCard | undefined;
  #lifted: (() => void) | undefined;
  /** The last card was seen to go: one that lies there now was laid down since. */
  #cardWent = false;
  #readers: readonly ReaderStatus[] = [];

  constructor(options: CardDeskOptions) {
    this.#options = options;
    this.#sam = new SamAtHand(options, this.#turn, {
      changed: () => {
        this.#tellReaders();
        this.#noticeLift();
        this.#tellLamps();
      },
      openRefused: () => this.#listener?.samOpenRefused(),
    });
  }

  start(listener: CardDeskListener): void {
    this.#listener = listener;
    listener.liftFirst(this.#options.ignorePresentCard);
    this.#watch = this.#options.transport.watch((change) => this.#changed(change));
    void this.#waitForTaps();
  }

  inUse() {
    if (this.#tapped === undefined) return undefined;
    const { uid } = this.#sam;
    return { reader: this.#tapped.reader, ...(uid === undefined ? {} : { samUid: toHex(uid) }) };
  }

  async dispose(): Promise<void> {
    this.#over.abort();
    this.#watch?.dispose();
    this.#lifted?.();
    await this.#release();
    await this.#sam.leave();
    await this.#options.transport.dispose();
  }

  // ------------------------------------------------------------------------------------------------------------ the taps

  async #waitForTaps(): Promise<void> {
    await this.#sam.prepare();
    let onlyNewCards = this.#options.ignorePresentCard && !this.#cardWent;
    while (!this.#over.signal.aborted) {
      const tap = await waitForTap(this.#options.transport, {
        onlyNewCards,
        signal: this.#over.signal,
        onNotice: (failure) => this.#readerNotice(failure),
        samReader: () => this.#sam.reader,
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
      this.#readerLamp = { colour: 'broken', failure: change.failure };
      this.#sam.lose(change.failure);
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
    this.#sam.see(change.readers);
  }

  /** Looked at again once the SAM is found: until then nobody knows that what lies in its reader is no card to lift. */
  #noticeLift(): void {
    if (this.#tapped !== undefined || this.#readers.length === 0) return;
    const cardLies = this.#readers.some(({ name, cardPresent }) => cardPresent && name !== this.#sam.reader);
    if (cardLies) return;
    this.#cardWent = true;
    this.#listener?.liftFirst(false);
  }

  async #release(): Promise<void> {
    const tapped = this.#tapped;
    this.#tapped = undefined;
    await tapped?.card.connection.disconnect('leave');
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
          const sam = await this.#sam.prepare();
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
    this.#sam.lose();
    void this.#sam.prepare();
  }

  #tellLamps(): void {
    this.#listener?.lamps(this.#readerLamp, this.#sam.lamp);
  }

  #tellReaders(): void {
    const role = (name: string): ReaderRow['role'] => {
      if (name === this.#sam.reader) return 'SAM';
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
