/** What of a visit may be seen in which state: the one place that decides what the page is given to draw. */
import type { Failure } from '../../native/failure.ts';
import {
  type ComparedElement,
  type ConsentFact,
  type ConsentQuestion,
  finalVisitStates,
  type InquiryMethod,
  type Lamps,
  type Notice,
  type Progress,
  partsOf,
  serviceFields,
  type VisitBriefing,
  type VisitState,
  type VisitView,
} from '../contract/index.ts';
import type { Holding } from './holding.ts';
import { allowedIntents, cosignable, decidedStates, type Situation } from './intents.ts';

export interface ShownNotice {
  readonly notice: Notice;
  readonly text: string;
  readonly code?: string;
}

/** The visit as it stands at this moment. */
export interface Glance {
  readonly situation: Situation;
  readonly serviceCode: string;
  readonly lamps: Lamps;
  readonly cardPath: boolean;
  readonly holding: Holding;
  readonly progress: Progress | undefined;
  /** The inquiry is under way for so long; undefined when none is. */
  readonly inquiringMs: number | undefined;
  readonly method: InquiryMethod | undefined;
  readonly isInPortal: boolean;
  readonly comparison: readonly ComparedElement[] | undefined;
  readonly quota: VisitView['quota'] | undefined;
  readonly notice: ShownNotice | undefined;
  readonly failure: Failure | undefined;
  readonly question: ConsentQuestion | undefined;
  readonly receipt: VisitView['receipt'] | undefined;
  readonly consent: ConsentFact | undefined;
  readonly waitUntil: number | undefined;
  readonly liftCard: boolean;
}

/** Seconds without action after which the page veils personal values. */
const turnAwaySeconds = 120;

/** The holder is not confirmed yet: an answer that is already here is shown afterwards. */
const unconfirmedStates: ReadonlySet<VisitState> = new Set(['CARD_TAPPED', 'CARD_READ', 'HOLDER_FAILED']);
const consentStates: ReadonlySet<VisitState> = new Set(['CONSENT_ASKED', 'CONSENT_GRANTED']);

export function drawView(briefing: VisitBriefing, glance: Glance): VisitView {
  const { agreement, visitId, training, registrationNo, operator, counter, previous } = briefing;
  const { situation, holding, serviceCode } = glance;
  const { state } = situation;
  const unconfirmed = unconfirmedStates.has(state);
  const notice = unconfirmed ? undefined : glance.notice;
  // Together with a notice, after the end, and while the holder is in doubt no value is shown.
  const ended = finalVisitStates.has(state) || situation.isHalted;
  const veiled = ended || state === 'HOLDER_FAILED' || notice !== undefined;
  // Without the photo the officer has nothing to check the holder by, and nothing to look at until a second officer has signed.
  const unseen = veiled || (unconfirmed && !situation.hasPhoto);
  const { elements, readerPolicy, identityDocuments } = agreement;
  const asking = state === 'VERIFYING';
  return {
    visitId,
    state,
    training,
    lamps: glance.lamps,
    services: agreement.services.map(({ code, name }) => ({ code, name })),
    serviceCode,
    registrationNo,
    operator: operator.name,
    counter,
    cardPath: glance.cardPath,
    readerUsed: usesReader(agreement),
    readerObligatory: readerPolicy === 'OBLIGATORY',
    documents: identityDocuments,
    identity: unseen ? [] : holding.shown(partsOf(shownElements(elements))),
    verdicts: veiled || unconfirmed ? [] : holding.verdicts,
    serviceFields: decidedStates.has(state) ? serviceFields(agreement, serviceCode, registrationNo) : [],
    turnAwaySeconds,
    intents: allowedIntents(situation),
    ...present({
      progress: glance.progress,
      photo: veiled ? undefined : holding.photo?.reveal(),
      inquiring: glance.inquiringMs === undefined ? undefined : { sinceMs: glance.inquiringMs },
      method: glance.method,
      portal: portalOf(asking && glance.isInPortal, holding),
      comparison: asking ? glance.comparison : undefined,
      cosign: cosignable(situation),
      quota: glance.quota,
      notice,
      failure: glance.failure,
      consent: consentStates.has(state) && !ended ? glance.question : undefined,
      receipt: state === 'CONSENT_ASKED' ? glance.receipt : undefined,
      consentDecision: glance.consent?.decision,
      waitUntil: glance.waitUntil,
      previous,
      liftCard: glance.liftCard || undefined,
    }),
  };
}

/** Where the agreement does not include a reader, none is ever opened. */
export function usesReader({ readerPolicy }: VisitBriefing['agreement']): boolean {
  return readerPolicy === 'ALLOWED' || readerPolicy === 'OBLIGATORY';
}

/** The applicant's own values, as far as some grant of the agreement names them. */
function shownElements(elements: VisitBriefing['agreement']['elements']) {
  return elements.CARD_READER ?? elements.WEB_SERVICE ?? elements.WEB_PORTAL ?? [];
}

function portalOf(isOpen: boolean, { nik }: Holding): VisitView['portal'] | undefined {
  return isOpen && nik !== undefined ? { nik: nik.reveal() } : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what there is: a field of the view is there or it is not. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
