/** The card's way into a visit: a tap, a permit to read, the reading itself, and what becomes of a card that still lies there. */
import type { Failure } from '../../native/failure.ts';
import { appFailure, type Lamp, type Progress } from '../contract/index.ts';
import type { Course } from './course.ts';

const off: Lamp = { colour: 'off' };

export interface TapListener {
  /** The values are there while the rest is still being read. */
  identityRead(): void;
  /** The reading failed: what came of this card so far belongs to nobody. */
  readFailed(): void;
}

export class Tap {
  readonly #course: Course;
  readonly #listener: TapListener;
  #readerLamp: Lamp = off;
  #samLamp: Lamp = off;
  #cardThere = false;
  #mustLift = false;
  #tappedAt = 0;
  #identityTold = false;
  #progress: Progress | undefined;

  constructor(course: Course, listener: TapListener) {
    this.#course = course;
    this.#listener = listener;
  }

  get lamps(): { readonly reader: Lamp; readonly sam: Lamp } {
    return { reader: this.#readerLamp, sam: this.#samLamp };
  }

  get progress(): Progress | undefined {
    return this.#progress;
  }

  get mustLift(): boolean {
    return this.#mustLift;
  }

  /** A card that nobody lifted since the visit before counts as well: it must not be read for the next person either. */
  get cardStillThere(): boolean {
    return this.#cardThere || this.#mustLift;
  }

  watch(): void {
    const { parts } = this.#course;
    parts.cards.start({
      lamps: (reader, sam) => {
        this.#readerLamp = reader;
        this.#samLamp = sam;
        parts.main.tell({ kind: 'lamps', lamps: { reader, sam, network: parts.inquirer.networkLamp() } });
        this.#course.show();
      },
      readers: (readers) => parts.main.tell({ kind: 'readers', readers: [...readers] }),
      tapped: () => {
        this.#cardThere = true;
        void this.#tapped();
      },
      lifted: () => {
        this.#cardThere = false;
        this.#mustLift = false;
        this.#course.show();
      },
      liftFirst: (mustLift) => {
        this.#mustLift = mustLift;
        this.#course.show();
      },
      samOpenRefused: () => parts.main.tell({ kind: 'samOpenRefused' }),
    });
  }

  /** The agreement includes no reader: nothing is opened, and the lamps say why. */
  leaveAlone(): void {
    const dark: Lamp = { colour: 'off', failure: appFailure('READER_NOT_ALLOWED', 'agreement') };
    this.#readerLamp = dark;
    this.#samLamp = dark;
    const { parts } = this.#course;
    const network = parts.inquirer.networkLamp();
    parts.main.tell({ kind: 'lamps', lamps: { reader: dark, sam: dark, network } });
  }

  /** The visit begins anew for the same person: the card that lies there is not taken for their next tap. */
  expectNewTap(): void {
    if (!this.#cardThere) return;
    this.#mustLift = true;
    this.#course.show();
  }

  /** The page drew a view with the identity in it; told once, as a time. */
  identityRendered(): void {
    if (this.#identityTold || this.#tappedAt === 0) return;
    this.#identityTold = true;
    this.#course.parts.main.tell({
      kind: 'identityShown',
      msSinceTap: this.#course.msSince(this.#tappedAt),
    });
  }

  forget(): void {
    this.#progress = undefined;
    this.#identityTold = false;
  }

  async #tapped(): Promise<void> {
    const course = this.#course;
    if (course.state === 'READY') course.move('OPEN');
    if (course.state !== 'OPENED') return;
    this.#tappedAt = course.parts.clock.now();
    course.failure = undefined;
    course.move('TAP');
    const inUse = course.parts.cards.inUse();
    const permit = await course.permit({
      kind: 'READ',
      reader: inUse?.reader ?? '',
      ...(inUse?.samUid === undefined ? {} : { samUid: inUse.samUid }),
    });
    if (course.over) return;
    if (permit.granted) await this.#read(permit.permitId);
    else this.#failed(permit.failure, permit.waitUntil);
  }

  async #read(permitId: string): Promise<void> {
    const course = this.#course;
    const { agreement, usualReadMs } = course.briefing;
    const read = await course.parts.cards.read(
      { photo: agreement.photoForHolderCheck },
      {
        // A reading that is stopped may still finish its last exchange: what comes then finds a closed door.
        photo: (jpeg) => {
          course.holding.takePhoto(jpeg);
          if (course.over) course.holding.forget();
          else course.show();
        },
        identity: (values) => {
          if (course.over) return;
          course.cardPath = true;
          course.holding.takeCard(values);
          this.#listener.identityRead();
          course.show();
        },
        progress: (step, done) => {
          if (course.over) return;
          this.#progress = { step, done, usualMs: usualReadMs };
          course.show();
        },
      },
    );
    if (course.over) return;
    this.#progress = undefined;
    if (!read.ok) {
      const ms = course.msSince(this.#tappedAt);
      const failure = read.failure.code;
      course.parts.main.tell({ kind: 'read', permitId, outcome: 'FAILED', failure, ms });
      this.#listener.readFailed();
      this.#failed(read.failure);
      return;
    }
    course.parts.main.tell({ kind: 'read', permitId, outcome: 'OK', ...read.value });
    course.move('READ_OK');
  }

  #failed(failure: Failure, waitUntil?: number): void {
    const course = this.#course;
    course.failure = failure;
    course.move('READ_FAILED');
    if (waitUntil === undefined) return;
    // Nobody should have to lift the card because two people came quickly one after the other.
    course.waitUntilThen(waitUntil, () => {
      if (this.#cardThere && course.state === 'OPENED') void this.#tapped();
      else course.show();
    });
  }
}
