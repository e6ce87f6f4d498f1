/**
 * Stands beside a walk and hears everything that crosses a border: what main is told and answers, what is shown, what is opened. It
 * knows the story of every visit and says what should not have been.
 */
import type {
  FromVisit,
  PageMessage,
  RecordOrder,
  ServiceFact,
  ToVisit,
  VisitBriefing,
} from '../../../electron/contract/index.ts';
import { openRecord } from '../../../electron/record/index.ts';
import type { InquiryAnswer } from '../../../electron/visit/ports.ts';
import { AccessModel, dayIn } from './access-model.ts';
import { applicants, residentTextsIn } from './applicants.ts';
import type { KeptByWalk } from './book-rules.ts';
import type { Witness } from './played-process.ts';
import { whyNotShown } from './screen-rules.ts';
import { VisitStory } from './visit-story.ts';

/** a screen that nobody touched for so long is locked. */
const idleMs = 10 * 60_000;

interface Asked {
  readonly story: VisitStory;
  readonly request: Extract<FromVisit, { kind: 'askPermit' }>['request'];
}

export class Onlooker implements Witness {
  readonly model = new AccessModel();
  readonly kept = new Map<string, KeptByWalk>();
  readonly recorded = new Map<string, { readonly owes: boolean }>();
  readonly permits = new Set<string>();
  /** What should not have been; empty as long as the promise holds. */
  readonly wrong: string[] = [];
  /** The visit at the counter. */
  story: VisitStory | undefined;
  /** NIK on the card that was laid down last. */
  onCard: string | undefined;
  readonly #stories = new Map<string, VisitStory>();
  readonly #asked = new Map<string, Asked>();
  readonly #storing = new Map<string, ServiceFact>();
  readonly #now: () => number;
  readonly #reached: (what: string) => void;

  constructor(now: () => number, reached: (what: string) => void) {
    this.#now = now;
    this.#reached = reached;
  }

  /** What is on the screen when nobody may look at it any more. */
  whyStillShown(): string[] {
    const { view, over } = this.story ?? {};
    if (view === undefined || residentTextsIn(JSON.stringify(view)).length === 0) return [];
    const { session } = this.model;
    const isAwake = session?.open === true && this.#now() - session.lastSeen < idleMs;
    const isTheirs = isAwake && session.who === this.story?.briefing.operator.id;
    return [
      ...(isTheirs ? [] : [`screen: ${view.state} stands there and nobody is at the keyboard`]),
      ...(over ? [`screen: ${view.state} stands there after the end`] : []),
      ...(this.model.emergency ? [`screen: ${view.state} stands there in an emergency`] : []),
    ];
  }

  began(briefing: VisitBriefing): void {
    this.story = new VisitStory(briefing);
    this.#stories.set(briefing.visitId, this.story);
    this.wrong.push(...this.model.whyNotBriefed(briefing, this.#now()));
  }

  shown(visitId: string, view: PageMessage['view']): void {
    const story = this.#storyOf(visitId);
    story.view = view;
    this.wrong.push(...whyNotShown(view, story));
  }

  told(visitId: string, message: FromVisit): void {
    const story = this.#storyOf(visitId);
    if (residentTextsIn(JSON.stringify(message)).length > 0)
      this.wrong.push(`main was told of a resident: ${message.kind}`);
    if (message.kind === 'askPermit') {
      this.#asked.set(`${visitId} ${message.question}`, { story, request: message.request });
    } else if (message.kind === 'store') {
      this.#storing.set(`${visitId} ${message.question}`, message.fact);
    } else if (message.kind === 'moved') {
      this.#reached(message.to);
      if (message.event === 'TAP') story.comes(this.onCard, false);
    } else if (message.kind === 'read' && message.outcome === 'FAILED') {
      const { request } = this.model.given.get(message.permitId) ?? {};
      if (request?.kind === 'READ') this.model.pacing.readFailed(request.reader);
    } else if (message.kind === 'inquired') {
      this.#reached(`answer ${message.outcome}`);
      this.model.inquired(message.permitId, message.outcome, message.noticeCode, message.attempts);
    } else if (message.kind === 'closed') {
      story.over = true;
    }
  }

  threw(error: unknown): void {
    this.wrong.push(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  answered(visitId: string, message: ToVisit): void {
    if (message.kind === 'begin') return;
    const story = this.#storyOf(visitId);
    if (message.kind === 'permit') {
      const asked = this.#asked.get(`${visitId} ${message.question}`);
      if (asked !== undefined) this.#permitted(asked, message.answer);
    } else if (message.kind === 'stored' && message.failure === undefined) {
      const fact = this.#storing.get(`${visitId} ${message.question}`);
      if (fact !== undefined) this.#stored(story, fact);
    } else if (message.kind === 'halted') {
      this.#reached('halted');
      story.halted = true;
    } else if (message.kind === 'cosigned') {
      const { purpose } = message.cosigning;
      this.#reached(purpose);
      if (purpose === 'SECOND_OFFICER' && story.view?.cosign === purpose) story.holder = 'SECOND_OFFICER';
      if (purpose === 'EXCEPTION' && story.subject !== undefined)
        this.model.pacing.approved(visitId, story.subject);
    }
  }

  #permitted({ story, request }: Asked, answer: Extract<ToVisit, { kind: 'permit' }>['answer']): void {
    const { briefing, subject } = story;
    const at = this.#now();
    this.model.pacing.clockMaySay(at);
    const typedNik = request.kind === 'INQUIRE' && request.trace.typed ? subject : undefined;
    this.#reached(answer.granted ? `${request.kind} permitted` : answer.failure.code);
    if (answer.granted) {
      const day = dayIn(briefing.agreement.timeZone, at);
      this.permits.add(answer.permitId);
      const given = { permitId: answer.permitId, briefing, request, at, day };
      this.wrong.push(...this.model.permitted(given, typedNik));
    } else if (typedNik !== undefined && answer.failure.code.startsWith('NIK_')) {
      this.model.pacing.held(typedNik, briefing, at);
    }
  }

  #stored(story: VisitStory, fact: ServiceFact): void {
    const { agreement, visitId } = story.briefing;
    this.recorded.set(visitId, { owes: agreement.dataBalikan.mode !== 'NONE' });
    if (fact.verified && !story.isPositive)
      this.wrong.push('a service is called verified that nobody confirmed');
    if (fact.kept === undefined) return;
    this.#reached('kept');
    this.wrong.push(...story.whyNotKept().map((reason) => `kept: ${reason}`));
    this.kept.set(fact.kept.recordId, {
      recordId: fact.kept.recordId,
      visitId,
      receiptNo: fact.consent?.receiptNo ?? '',
      profile: agreement,
      values: story.asked,
      until: lastDayOf(agreement.storageRetention ?? 'P0D', dayIn(agreement.timeZone, story.askedAt)),
    });
  }

  opensRecord(order: RecordOrder): void {
    const known = this.kept.get(order.recordId);
    const { values } = openRecord(order);
    this.#reached('record opened');
    if (known === undefined) this.wrong.push('a record is opened that nobody kept');
    else if (known.withdrawnAt !== undefined && order.answer === undefined)
      this.wrong.push('a record is opened that was withdrawn');
    else if (dayIn(known.profile.timeZone, this.#now()) > known.until)
      this.wrong.push('a record is opened after its last day');
    if (JSON.stringify(values) !== JSON.stringify(known?.values))
      this.wrong.push('a record shows what was not kept');
  }

  wasAnswered({ visitId, agreement }: VisitBriefing, nik: string | undefined, answer: InquiryAnswer): void {
    const story = this.#storyOf(visitId);
    if (nik === undefined || story.subject !== nik || answer.kind !== 'JUDGED') return;
    story.isPositive = answer.outcome === 'MATCH';
    const [asOnCard, moved] = [new Set([0, 5, 7]), 1];
    const place = applicants.findIndex((applicant) => applicant.nik === nik);
    const isAsked = (agreement.elements.WEB_SERVICE ?? []).includes('ADDRESS') && !story.typed;
    const mayMatch = asOnCard.has(place) || (place === moved && !isAsked) || (place === 6 && story.typed);
    if (story.isPositive && !mayMatch)
      this.wrong.push('somebody matches whom Dukcapil does not know like that');
  }

  #storyOf(visitId: string): VisitStory {
    const story = this.#stories.get(visitId);
    if (story === undefined) throw new Error('a visit that was never briefed');
    return story;
  }
}

/** A day of the calendar, so many years, months and days later; the last of a month that is too short for it. */
function lastDayOf(retention: string, day: string): string {
  const [years = 0, months = 0, days = 0] = ['Y', 'M', 'D'].map((unit) =>
    Number(new RegExp(`(\\d+)${unit}`).exec(retention)?.[1] ?? 0),
  );
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year + years, month + months, 0)).getUTCDate();
  const end = new Date(Date.UTC(year + years, month - 1 + months, Math.min(date, lastOfMonth) + days));
  return end.toISOString().slice(0, 10);
}
