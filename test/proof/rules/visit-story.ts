/**
 * One visit as the walk knows it: who came, who was confirmed and by whom, what was answered and consented to. From what the officer
 * did and the gateway said, and not from what the program made of it.
 */
import type {
  ElementPart,
  Intent,
  ShownValue,
  VisitBriefing,
  VisitView,
} from '../../../electron/contract/index.ts';

export class VisitStory {
  readonly briefing: VisitBriefing;
  view: VisitView | undefined;
  /** NIK of whom the visit is about: on the card that was tapped, or typed. */
  subject: string | undefined;
  typed = false;
  holder: 'UNKNOWN' | 'MATCHES' | 'SECOND_OFFICER' = 'UNKNOWN';
  /** Dukcapil, or the officer who compared, confirmed this person. */
  isPositive = false;
  halted = false;
  over = false;
  consent: 'NONE' | 'GRANTED' | 'REFUSED' = 'NONE';
  asked: readonly ShownValue[] = [];
  /** When the resident was asked: from then on the time of keeping is reckoned. */
  askedAt = 0;
  evidenceRef = '';

  constructor(briefing: VisitBriefing) {
    this.briefing = briefing;
  }

  /** Somebody else, or the same person from the beginning. */
  comes(nik: string | undefined, typed: boolean): void {
    this.subject = nik;
    this.typed = typed;
    this.holder = 'UNKNOWN';
    this.isPositive = false;
    this.consent = 'NONE';
    this.asked = [];
  }

  /** What the officer says has its meaning only where the page offers it. */
  officerSays(intent: Intent, now: number): void {
    if (this.view === undefined || !this.view.intents.includes(intent.kind)) return;
    switch (intent.kind) {
      case 'holderMatches':
        this.holder = 'MATCHES';
        return;
      case 'compared':
        this.isPositive = intent.differing.length === 0;
        return;
      case 'askConsent':
        this.askedAt = now;
        return;
      case 'grantConsent': {
        const { companion = 'OPTIONAL', values = [] } = this.view.consent ?? {};
        if (companion === 'REQUIRED' && intent.companion === undefined) return;
        this.consent = 'GRANTED';
        this.asked = values.map(({ part, value }) => ({ part, value }));
        this.evidenceRef = intent.evidenceRef;
        return;
      }
      case 'refuseConsent':
        this.consent = 'REFUSED';
        return;
      case 'recheck':
      case 'awaitApplicant':
        this.comes(undefined, false);
    }
  }

  /** Why the card data of this visit must not be kept. */
  whyNotKept(): string[] {
    const { storeAfterManualHolderCheck } = this.briefing.agreement;
    const byHand = this.holder === 'SECOND_OFFICER' && !storeAfterManualHolderCheck;
    return [
      ...(this.typed ? ['nobody read a card'] : []),
      ...(this.holder === 'UNKNOWN' ? ['the holder was not checked'] : []),
      ...(byHand ? ['the holder was checked by a second officer'] : []),
      ...(this.isPositive ? [] : ['Dukcapil did not confirm']),
      ...(this.consent === 'GRANTED' ? [] : [`the consent is ${this.consent}`]),
      ...(this.evidenceRef === '' ? ['nothing evidences the consent'] : []),
    ];
  }
}

const addressParts: readonly ElementPart[] = [
  'ADDRESS.STREET',
  'ADDRESS.PROVINCE_NAME',
  'ADDRESS.REGENCY_NAME',
  'ADDRESS.DISTRICT_CODE',
  'ADDRESS.DISTRICT_NAME',
  'ADDRESS.VILLAGE_NAME',
  'ADDRESS.RT',
  'ADDRESS.RW',
];

/** The lines of a screen that these elements of an agreement stand for. */
export function partsGranted(elements: readonly string[]): ReadonlySet<string> {
  return new Set(
    elements.flatMap((element): readonly string[] => (element === 'ADDRESS' ? addressParts : [element])),
  );
}
