/** One simulated counter: a slot for the card, a slot for the SAM, and the words that cause trouble in them. */
import { type CardOptions, createCard, isVariantName, type VariantName } from './card/index.ts';
import { institutionSecrets } from './crypto/index.ts';
import type { Device } from './device.ts';
import { isSampleId, type Resident, randomResident, sampleResident } from './residents/index.ts';
import { Sam } from './sam/index.ts';
import { SimulatedSlot, type SlotTrouble } from './slot.ts';
import type { SimulatorClock, TimingProfile } from './timing.ts';

export interface CounterOptions {
  /** `R1` … `R5`, or `X` and a number for a random one. */
  readonly resident?: string;
  readonly card?: Omit<CardOptions, 'variant'>;
  readonly variant?: VariantName;
  readonly institution?: string;
  readonly timing?: TimingProfile;
  readonly clock?: SimulatorClock;
  readonly cardReader?: string;
  readonly samReader?: string;
}

/** The names of a real reader with a SAM, marked as simulated. KTP-el fact sheet 1.4. */
const CARD_READER = 'Ketuk Simulator CCR RF 0';
const SAM_READER = 'Ketuk Simulator CCR SAM 0';
const INSTITUTION = 'TIRTA-PANGAN';
/** Of a SAM that is not the institution's own: 7 bytes. */
const otherUid = Uint8Array.of(0x04, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
const TROUBLES: readonly SlotTrouble[] = ['none', 'slow', 'silent', 'noisy'];

export class SimulatedCounter {
  readonly cardSlot: SimulatedSlot;
  readonly samSlot: SimulatedSlot;
  readonly sam: Sam;
  readonly institution: ReturnType<typeof institutionSecrets>;
  readonly #cardOptions: Omit<CardOptions, 'variant'>;
  #resident: Resident;
  #variant: VariantName | undefined;

  /** Both slots filled, as a counter with its SAM and a resident who has just tapped. */
  constructor(options: CounterOptions = {}) {
    const { resident = 'R1', card = {}, variant, institution = INSTITUTION, timing, clock } = options;
    const shared = { ...(timing ? { timing } : {}), ...(clock ? { clock } : {}) };
    this.cardSlot = new SimulatedSlot({ readerName: options.cardReader ?? CARD_READER, ...shared });
    this.samSlot = new SimulatedSlot({ readerName: options.samReader ?? SAM_READER, ...shared });
    this.institution = institutionSecrets(institution);
    this.sam = new Sam({ institution: this.institution, keyLength: card.keyLength ?? 16 });
    this.#cardOptions = card;
    this.#resident = requireResident(resident);
    this.#variant = variant;
    this.insertCard();
    this.samSlot.insert(this.sam);
  }

  /** The one whose card was last put into the slot. */
  resident(): Resident {
    return this.#resident;
  }

  /** A new card of the present resident, untouched by what befell the last one. */
  insertCard(): Device {
    const card = createCard(this.#resident, {
      ...this.#cardOptions,
      ...(this.#variant ? { variant: this.#variant } : {}),
    });
    this.cardSlot.insert(card);
    return card;
  }

  /**
   * Obeys one line: `insert`, `remove`, `tear N`, `sam-insert`, `sam-remove`, `resident R2`, `variant NAME|none`,
   * `trouble none|slow|silent|noisy`, `sam-trouble …`,
   * `sam own|other|locked`. Returns what was wrong with the line, if anything.
   */
  obey(line: string): string | undefined {
    const [word = '', argument = ''] = line.trim().split(/\s+/);
    switch (word) {
      case 'insert':
        this.insertCard();
        return undefined;
      case 'remove':
        this.cardSlot.remove();
        return undefined;
      case 'tear':
        if (!/^[1-9]\d*$/.test(argument)) return 'tear needs the number of an exchange, from 1';
        this.cardSlot.tearAt(Number(argument));
        return undefined;
      case 'sam-insert':
        this.samSlot.insert(this.sam);
        return undefined;
      case 'sam':
        return this.#changeSam(argument);
      case 'sam-remove':
        this.samSlot.remove();
        return undefined;
      case 'resident':
        return this.#changeResident(argument);
      case 'variant':
        return this.#changeVariant(argument);
      case 'trouble':
        return setTrouble(this.cardSlot, argument);
      case 'sam-trouble':
        return setTrouble(this.samSlot, argument);
      default:
        return `unknown command: ${word}`;
    }
  }

  /** `other`: opens as the own one does and says that it is another. */
  #changeSam(name: string): string | undefined {
    const { institution } = this;
    if (name === 'own') this.samSlot.insert(this.sam);
    else if (name === 'locked') this.samSlot.insert(new Sam({ institution, locked: true }));
    else if (name === 'other')
      this.samSlot.insert(new Sam({ institution: { ...institution, samUid: otherUid } }));
    else return 'sam is one of own, other, locked';
    return undefined;
  }

  #changeResident(id: string): string | undefined {
    const resident = findResident(id);
    if (resident === undefined) return `no such resident: ${id}`;
    this.#resident = resident;
    this.insertCard();
    return undefined;
  }

  #changeVariant(name: string): string | undefined {
    if (name !== 'none' && !isVariantName(name)) return `no such variant: ${name}`;
    this.#variant = name === 'none' ? undefined : name;
    this.insertCard();
    return undefined;
  }
}

function setTrouble(slot: SimulatedSlot, name: string): string | undefined {
  const trouble = TROUBLES.find((known) => known === name);
  if (trouble === undefined) return `trouble is one of ${TROUBLES.join(', ')}`;
  slot.setTrouble(trouble);
  return undefined;
}

/** `R1` … `R5`, or `X17` for the random resident of seed 17. */
export function findResident(id: string): Resident | undefined {
  if (isSampleId(id)) return sampleResident(id);
  return /^X\d{1,9}$/.test(id) ? randomResident(Number(id.slice(1))) : undefined;
}

function requireResident(id: string): Resident {
  const resident = findResident(id);
  if (resident === undefined) throw new RangeError(`No such resident: ${id}`);
  return resident;
}
