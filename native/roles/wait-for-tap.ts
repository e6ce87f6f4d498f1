/**
 * Waits until a KTP-el lies on a reader. What lies elsewhere for other reasons – a security key in slot 0, a bank card left in a keyboard – is not a tap
 * and changes nothing; another card laid down now, or two KTP-el at once, is told to whoever asks.
 */

import { type Failure, failed, ok, type Result } from '../failure.ts';
import { type CardFailure, cardFailure } from '../failure-catalogue.ts';
import { KtpCard } from '../ktpel/index.ts';
import type { CardTransport, ReaderChange, ReaderStatus } from '../pcsc/index.ts';
import { atOnce, type Turn } from './one-at-a-time.ts';
import { hintOf, type ReaderProfile } from './reader-profiles.ts';

export interface TapOptions {
  /** The reader of the SAM as far as it is known by now; it is never asked for a chip. */
  readonly samReader?: () => string | undefined;
  /** The reader IT staff named; no other is looked at. */
  readonly pinnedReader?: string;
  readonly profiles?: readonly ReaderProfile[];
  /** Shared with the search for the SAM. */
  readonly turn?: Turn;
  /** A card that already lies there when waiting begins is the last resident's and must be lifted first. */
  readonly onlyNewCards?: boolean;
  readonly signal?: AbortSignal;
  /** What stands in the way of a tap at the moment, and `undefined` when that is over. Waiting goes on. */
  readonly onNotice?: (failure: Failure | undefined) => void;
}

export interface TappedCard {
  readonly reader: string;
  readonly atr: Uint8Array;
  /** Connected, its application selected. The caller owns the connection and disconnects it. */
  readonly card: KtpCard;
}

/** Resolves with the first KTP-el. Fails only with READING_STOPPED, when `signal` says so. */
export function waitForTap(
  transport: CardTransport,
  options: TapOptions = {},
): Promise<Result<TappedCard, CardFailure>> {
  return new Promise((resolve) => {
    const waiting = new Waiting(transport, options);
    const watch = transport.watch((change) => waiting.see(change));
    const stop = () => waiting.stop();
    options.signal?.addEventListener('abort', stop, { once: true });
    if (options.signal?.aborted) waiting.stop();
    void waiting.tapped.then((result) => {
      watch.dispose();
      options.signal?.removeEventListener('abort', stop);
      resolve(result);
    });
  });
}

/** As often as the PC/SC service itself looks for cards. */
const LOOK_AGAIN_MS = 400;

const TROUBLE_IN_A_ROW = 5;

/**
 * Trouble that may be over a moment later: a transport that broke under a card which was being pulled, another program on its way out, a
 * card that was lifted while the service powered it up. Of that card the service says that it is mute until it has seen it go – and the
 * next one that is laid down before it looks is the same to it. Connecting powers it up anew.
 */
const passing: ReadonlySet<string> = new Set(['TRANSPORT_BROKEN', 'READER_BUSY', 'CARD_MUTE']);

class Waiting {
  readonly tapped: Promise<Result<TappedCard, CardFailure>>;
  readonly #transport: CardTransport;
  readonly #options: TapOptions;
  #settle: (result: Result<TappedCard, CardFailure>) => void = () => undefined;
  /** Insertions that were looked at and are no KTP-el: reader name to event count. */
  readonly #known = new Map<string, number | undefined>();
  /** The readers that showed a KTP-el each at the same time. */
  #pair: readonly ReaderStatus[] = [];
  #latest: readonly ReaderStatus[] | undefined;
  #looking = false;
  #first = true;
  #over = false;
  #notice: string | undefined;
  #serviceGone = false;
  #again: NodeJS.Timeout | undefined;
  #trouble = 0;

  constructor(transport: CardTransport, options: TapOptions) {
    this.#transport = transport;
    this.#options = options;
    this.tapped = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  see(change: ReaderChange): void {
    if (this.#over) return;
    if (change.kind === 'broken') {
      this.#serviceGone = true;
      this.#tell(change.failure);
      return;
    }
    // Whoever tells of readers is there again, whatever lies on them.
    if (this.#serviceGone) this.#tell(undefined);
    this.#serviceGone = false;
    this.#latest = change.readers;
    void this.#lookUntilQuiet();
  }

  stop(): void {
    this.#end(failed(cardFailure('READING_STOPPED', 'wait for tap')));
  }

  #end(result: Result<TappedCard, CardFailure>): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#again);
    this.#settle(result);
  }

  /** One look at a time; changes meanwhile are looked at afterwards, the newest only. */
  async #lookUntilQuiet(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    while (this.#latest && !this.#over) {
      const readers = this.#latest;
      this.#latest = undefined;
      await this.#look(readers);
      // What lies there and is no KTP-el may turn out to be the SAM, which no change of the readers will tell.
      if (this.#notice !== undefined && this.#known.size > 0) this.#lookAgainSoon();
    }
    this.#looking = false;
  }

  async #look(readers: readonly ReaderStatus[]): Promise<void> {
    const first = this.#first;
    this.#first = false;
    const places = readers.filter((reader) => this.#mayHoldChip(reader));
    for (const { name, cardPresent } of places) if (!cardPresent) this.#known.delete(name);
    this.#forgetPairUnlessWhole(places);
    if (readers.length === 0) return this.#tell(cardFailure('NO_READER', 'wait for tap'));
    const pinned = this.#options.pinnedReader;
    if (pinned !== undefined && places.length === 0) {
      return this.#tell(cardFailure('READER_UNPLUGGED', 'wait for tap', pinned));
    }
    const fresh = places.filter((reader) => reader.cardPresent && !this.#isKnown(reader));
    if (first && this.#options.onlyNewCards) {
      for (const reader of fresh) this.#remember(reader);
      return this.#tell(undefined);
    }
    await this.#probeAll(fresh, first, places);
  }

  async #probeAll(
    fresh: readonly ReaderStatus[],
    first: boolean,
    places: readonly ReaderStatus[],
  ): Promise<void> {
    const cards: TappedCard[] = [];
    let notice: Failure | undefined;
    let slippedAway = false;
    const { turn = atOnce } = this.#options;
    for (const reader of fresh) {
      const probed = await turn(() => this.#probe(reader));
      // While this waited for its turn, the reader turned out to be the SAM's.
      if (probed === undefined) continue;
      if (probed.ok) {
        cards.push(probed.value);
        this.#trouble = 0;
      } else if (isGone(probed.failure) || this.#mayPass(probed.failure)) {
        slippedAway = true;
      } else {
        this.#remember(reader);
        // What lay there before anyone waited is furniture, as long as there is another place for a tap.
        const elsewhere = places.some(({ cardPresent }) => !cardPresent);
        if (!first || !elsewhere || this.#isChipReader(reader.name)) notice ??= probed.failure;
      }
    }
    const [card] = cards;
    if (card && cards.length === 1 && !this.#over) return this.#end(ok(card));
    await Promise.all(cards.map(({ card: lost }) => lost.connection.disconnect('leave')));
    if (cards.length > 1) {
      this.#pair = fresh.filter(({ name }) => cards.some(({ reader }) => reader === name));
      for (const reader of this.#pair) this.#remember(reader);
      notice = cardFailure('TWO_CARDS', 'wait for tap', cards.map(({ reader }) => reader).join(', '));
    }
    // Lifted and laid down again quicker than the service looks: it will tell of no change, so it is asked once more.
    if (slippedAway && cards.length === 0) this.#lookAgainSoon();
    if (notice) this.#tell(notice);
    else if (!this.#somethingWrongLies(places)) this.#tell(undefined);
  }

  /** What does not pass is told. */
  #mayPass({ code }: Failure): boolean {
    if (!passing.has(code)) return false;
    this.#trouble = (this.#trouble + 1) % TROUBLE_IN_A_ROW;
    return this.#trouble !== 0;
  }

  #lookAgainSoon(): void {
    clearTimeout(this.#again);
    if (this.#over) return;
    this.#again = setTimeout(() => {
      void this.#transport.listReaders().then((listed) => {
        if (listed.ok) this.see({ kind: 'readers', readers: listed.value });
      });
    }, LOOK_AGAIN_MS);
  }

  /** As soon as one of two KTP-el was lifted, the other is looked at as if it had just been laid down. */
  #forgetPairUnlessWhole(places: readonly ReaderStatus[]): void {
    const whole = this.#pair.every(({ name }) =>
      places.some((place) => place.name === name && place.cardPresent && this.#isKnown(place)),
    );
    if (whole) return;
    for (const { name } of this.#pair) this.#known.delete(name);
    this.#pair = [];
  }

  async #probe(reader: ReaderStatus): Promise<Result<TappedCard> | undefined> {
    const { name } = reader;
    if (this.#over || !this.#mayHoldChip(reader)) return undefined;
    const connected = await this.#transport.connect(name);
    if (!connected.ok) return connected;
    const card = new KtpCard(connected.value);
    const selected = await card.selectApplication();
    if (selected.ok) return ok({ reader: name, atr: connected.value.atr, card });
    await connected.value.disconnect('leave');
    return selected;
  }

  #mayHoldChip({ name, inUse }: ReaderStatus): boolean {
    const { samReader, pinnedReader, profiles } = this.#options;
    if (name === samReader?.() || inUse) return false;
    if (pinnedReader !== undefined) return name === pinnedReader;
    const hint = hintOf(name, profiles);
    return hint === 'chip' || hint === 'unknown';
  }

  #isChipReader(name: string): boolean {
    return name === this.#options.pinnedReader || hintOf(name, this.#options.profiles) === 'chip';
  }

  #isKnown({ name, eventCount }: ReaderStatus): boolean {
    return this.#known.has(name) && this.#known.get(name) === eventCount;
  }

  #remember({ name, eventCount }: ReaderStatus): void {
    this.#known.set(name, eventCount);
  }

  #somethingWrongLies(places: readonly ReaderStatus[]): boolean {
    return this.#notice !== undefined && places.some((reader) => reader.cardPresent && this.#isKnown(reader));
  }

  #tell(failure: Failure | undefined): void {
    if (this.#notice === failure?.code) return;
    this.#notice = failure?.code;
    this.#options.onNotice?.(failure);
  }
}

/** The card was lifted while it was looked at: nothing to tell, the next tap comes. */
function isGone({ code }: Failure): boolean {
  return (
    code === 'SLOT_EMPTY' || code === 'CARD_REMOVED' || code === 'CARD_RESET' || code === 'READER_UNPLUGGED'
  );
}
