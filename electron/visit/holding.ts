/**
 * Everything a visit knows of one resident, in one place, so that forgetting is one call. Provenance is kept: what the card
 * gave, what the applicant declared, what the gateway answered.
 */
import type { Declared, FromCard, FromGateway, Sensitive } from '../../native/sensitive.ts';
import type { ElementPart, ShownValue, ShownVerdict } from '../contract/index.ts';
import type { CardValues } from './ports.ts';

export class Holding {
  #card: CardValues = new Map();
  #declared = new Map<ElementPart, Declared<string>>();
  #photo: FromCard<Uint8Array> | undefined;
  #found: ReadonlyMap<ElementPart, FromGateway<string>> = new Map();
  #verdicts: readonly ShownVerdict[] = [];

  takeCard(values: CardValues): void {
    this.#card = values;
  }

  takePhoto(jpeg: FromCard<Uint8Array>): void {
    this.#photo = jpeg;
  }

  declare(values: ReadonlyMap<ElementPart, Declared<string>>): void {
    this.#declared = new Map(values);
  }

  takeVerdicts(verdicts: readonly ShownVerdict[]): void {
    this.#verdicts = verdicts;
  }

  takeFound(values: ReadonlyMap<ElementPart, FromGateway<string>>): void {
    this.#found = values;
  }

  /** For the comparison and nothing else; there is no way from here to anything that is kept. */
  get found(): ReadonlyMap<ElementPart, FromGateway<string>> {
    return this.#found;
  }

  dropFound(): void {
    this.#found = new Map();
  }

  get card(): CardValues {
    return this.#card;
  }

  get verdicts(): readonly ShownVerdict[] {
    return this.#verdicts;
  }

  get photo(): FromCard<Uint8Array> | undefined {
    return this.#photo;
  }

  /** The values an inquiry may compare: the card's where there was a tap, else what the applicant declared. */
  comparable(): ReadonlyMap<ElementPart, Sensitive<string>> {
    return this.#card.size > 0 ? this.#card : this.#declared;
  }

  get nik(): Sensitive<string> | undefined {
    return this.#card.get('NIK') ?? this.#declared.get('NIK');
  }

  shown(granted: readonly ElementPart[]): ShownValue[] {
    return granted.flatMap((part) => {
      const value = this.comparable().get(part);
      return value === undefined ? [] : [{ part, value: value.reveal() }];
    });
  }

  /** The photo serves the holder check and nothing else. */
  dropPhoto(): void {
    this.#photo?.reveal().fill(0);
    this.#photo = undefined;
  }

  /** What data balikan is owed about, and nothing that can be looked at. */
  keepOnlyNik(): void {
    const ofCard = this.#card.get('NIK');
    const ofApplicant = this.#declared.get('NIK');
    this.forget();
    if (ofCard !== undefined) this.#card = new Map([['NIK', ofCard]]);
    if (ofApplicant !== undefined) this.#declared = new Map([['NIK', ofApplicant]]);
  }

  forget(): void {
    this.dropPhoto();
    this.#card = new Map();
    this.#declared = new Map();
    this.dropFound();
    this.#verdicts = [];
  }
}
