/** Tries to bring one visit off its path: taps, lifts, intents, answers and failures in any order, and a clock that jumps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../native/failure.ts';
import { cardFailure } from '../../native/failure-catalogue.ts';
import { fromCard, fromGateway } from '../../native/sensitive.ts';
import {
  appFailure,
  type ElementPart,
  type FromVisit,
  finalVisitStates,
  fromVisit,
  type InquiryMethod,
  type Intent,
  type PermitAnswer,
  type PermitRequest,
  type ServiceFact,
  type VisitBriefing,
  type VisitState,
  type VisitView,
} from '../contract/index.ts';
import { briefing } from './briefing.test-support.ts';
import type { CardDeskListener, InquiryAnswer, ReadDone, ReadListener, VisitParts } from './ports.ts';
import { Visit } from './visit.ts';

/** Two people, so that what belongs to the one can be caught on the screen of the other. */
const residents = [
  { NIK: '4001015203880001', FULL_NAME: 'SEKAR CONTOHWATI', 'ADDRESS.STREET': 'JL. PERAGA NO. 1' },
  { NIK: '4001020507790002', FULL_NAME: 'TARUNA PERCOBAAN', 'ADDRESS.STREET': 'JL. SIMULA NO. 2' },
] as const;
type Resident = (typeof residents)[number];
const valuesOf = (resident: Resident) => Object.entries(resident) as [ElementPart, string][];
const residentText = new RegExp(residents.flatMap((resident) => Object.values(resident)).join('|'));

/** Stands in answers of the gateway only, so that it can be found wherever it must not be. */
const onlyDukcapil = 'NAMA MENURUT DUKCAPIL';

/** The same agreement, asked by each of the three methods. */
const methods: readonly InquiryMethod[] = ['MATCH', 'FETCH', 'PORTAL'];
function briefingBy(method: InquiryMethod): VisitBriefing {
  const { agreement, connection } = briefing;
  const { gateway, ...others } = connection;
  if (method === 'PORTAL' || gateway === undefined) return { ...briefing, agreement, connection: others };
  return { ...briefing, connection: { ...others, gateway: { ...gateway, method } } };
}

const fields = { RECIPIENT_INFO: 'PB-0001', AID_TYPE: 'BENIH_PADI' };

const intents: readonly Intent[] = [
  { kind: 'selectService', code: 'BANTUAN_BENIH' },
  { kind: 'typeNik', nik: residents[1].NIK, fullName: residents[1].FULL_NAME, reason: 'CHIP_DAMAGED' },
  { kind: 'typeNik', nik: '123', fullName: '', reason: 'CARD_ABSENT' },
  { kind: 'holderMatches' },
  { kind: 'holderDiffers' },
  { kind: 'compared', differing: [] },
  { kind: 'compared', differing: ['ADDRESS'] },
  { kind: 'compared', differing: ['FAMILY_CARD_NO'] },
  { kind: 'portalAnswered', answer: 'FOUND_DECEASED' },
  { kind: 'portalAnswered', answer: 'AUTH_FAILED' },
  { kind: 'portalAnswered', answer: 'UNREACHABLE' },
  { kind: 'inquire' },
  { kind: 'askConsent' },
  { kind: 'grantConsent', language: 'id', evidence: 'PAPER_SIGNATURE', evidenceRef: 'BP-1' },
  { kind: 'refuseConsent', language: 'en' },
  { kind: 'printReceipt', language: 'id' },
  { kind: 'continueUnverified' },
  { kind: 'recordService', fields },
  { kind: 'recordService', fields: {} },
  { kind: 'awaitApplicant' },
  { kind: 'recheck' },
  { kind: 'closeWithoutService' },
  { kind: 'cancel' },
];

/** What the world can do next. `answer` settles the question that waits longest, in one of its ways. */
type Step =
  | { readonly do: 'tap'; readonly resident: number }
  | { readonly do: 'lift' }
  | { readonly do: 'say'; readonly intent: Intent }
  | { readonly do: 'intent'; readonly index: number; readonly forced: boolean }
  | { readonly do: 'answer'; readonly way: number; readonly last: boolean }
  | { readonly do: 'cosign'; readonly purpose: 'SECOND_OFFICER' | 'EXCEPTION'; readonly own: boolean }
  | { readonly do: 'time'; readonly ms: number }
  | { readonly do: 'stop' };

const anything = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('tap' as const), resident: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lift' as const) }) },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('intent' as const),
        index: fc.nat(40),
        // Mostly what is offered; sometimes anything at all, as a broken page would.
        forced: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        // The good way is as likely as all others together, so that late states are reached.
        way: fc.oneof(fc.constant(0), fc.nat(9)),
        last: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('cosign' as const),
        purpose: fc.constantFrom('SECOND_OFFICER' as const, 'EXCEPTION' as const),
        own: fc.nat(9).map((n) => n === 0),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('time' as const),
        ms: fc.constantFrom(-5000, 500, 5000, 30_000),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('stop' as const) }) },
  ),
  { maxLength: 40 },
);

const settle: Step = { do: 'answer', way: 0, last: false };
const say = (intent: Intent): Step => ({ do: 'say', intent });
const servedVisit: readonly Step[] = [
  { do: 'tap', resident: 0 },
  // Permit and reading; then, side by side, permit and answer of the gateway and the end of the reading.
  ...[settle, settle, settle, settle, settle],
  say({ kind: 'holderMatches' }),
  // In the portal the permit comes only now; where data was found the officer has the word, elsewhere this is refused.
  settle,
  say({ kind: 'compared', differing: [] }),
  say({ kind: 'askConsent' }),
  say({ kind: 'grantConsent', language: 'id', evidence: 'PAPER_SIGNATURE', evidenceRef: 'BP-1' }),
  say({ kind: 'recordService', fields }),
  settle,
  settle,
];

interface Script {
  readonly method: InquiryMethod;
  readonly steps: readonly Step[];
}

/** An ordinary visit up to some point, and then anything: late steps are tried as often as early ones. */
const scripts = fc
  .tuple(fc.constantFrom(...methods), fc.nat(servedVisit.length), anything)
  .map(([method, upTo, then]): Script => ({ method, steps: [...servedVisit.slice(0, upTo), ...then] }));

interface Question {
  readonly about: string;
  settle(way: number): void;
}

class World {
  readonly visit: Visit;
  readonly briefing: VisitBriefing;
  readonly facts: FromVisit[] = [];
  readonly sealed: unknown[] = [];
  readonly permits: { readonly permitId: string; readonly kind: PermitRequest['kind'] }[] = [];
  /** When something began under a permit that had run out. */
  readonly overdue: string[] = [];
  readonly stored: ServiceFact[] = [];
  readonly durable: ServiceFact[] = [];
  readonly trouble: unknown[] = [];
  readonly endings: VisitState[] = [];
  view: VisitView | undefined;
  readonly views: VisitView[] = [];
  questions: Question[] = [];
  now = 1_800_000_000_000;
  resident: Resident = residents[0];
  cardThere = false;
  #ids = 0;
  #expiresAt = 0;
  #cards: CardDeskListener | undefined;
  #later: { at: number; call: () => void }[] = [];

  constructor(method: InquiryMethod) {
    this.briefing = briefingBy(method);
    this.visit = new Visit(this.briefing, this.#parts(), (state) => this.endings.push(state));
    this.visit.start();
  }

  #ask<T>(about: string, ways: readonly (() => T)[]): Promise<T> {
    return new Promise((resolve) => {
      this.questions.push({
        about,
        settle: (way) => {
          const chosen = ways[way % ways.length];
          if (chosen !== undefined) resolve(chosen());
        },
      });
    });
  }

  #parts(): VisitParts {
    return {
      clock: {
        now: () => this.now,
        after: (ms, call) => {
          const entry = { at: this.now + ms, call };
          this.#later.push(entry);
          return () => {
            this.#later = this.#later.filter((other) => other !== entry);
          };
        },
      },
      cards: {
        start: (listener) => {
          this.#cards = listener;
        },
        inUse: () => ({ reader: 'reader', samUid: '04' }),
        read: async (_options, listener) => {
          this.#expectInTime();
          const result = await this.#ask('read', this.#readings(listener));
          // The SAM is made ready for the next card before the reading is over; the values are there already.
          return this.#ask('clean up', [() => result]);
        },
        dispose: async () => {},
      },
      inquirer: {
        match: (values) => {
          this.#expectInTime();
          const nik = values.get('NIK')?.reveal();
          return this.#ask('match', answers(nik));
        },
        fetch: (nik) => {
          this.#expectInTime();
          return this.#ask('fetch', fetchAnswers(nik.reveal()));
        },
        networkLamp: () => ({ colour: 'ready' }),
        close: () => {},
      },
      main: {
        askPermit: ({ kind }) => this.#ask('permit', this.#permits(kind)),
        askRecordKey: () =>
          this.#ask('key', [() => ({ recordId: `record-${this.#newId()}`, publicKey: 'AA==' })]),
        store: (fact) => {
          this.stored.push(fact);
          const keep = () => {
            this.durable.push(fact);
            return undefined;
          };
          return this.#ask('store', [keep, () => appFailure('STORE_DISK_FULL', 'enqueue')]);
        },
        tell: (fact) => this.facts.push(fact),
      },
      page: {
        show: (view) => {
          this.view = view;
          this.views.push(view);
        },
      },
      sealer: {
        seal: (_key, content) => {
          this.sealed.push(content);
          return 'c2VhbGVk';
        },
        nikHash: () => 'a'.repeat(64),
        maskNik: () => '400101******0001',
        sha256Hex: () => 'b'.repeat(64),
        newId: () => `item-${this.#newId()}`,
      },
      printer: {
        print: () =>
          this.#ask<Result<Uint8Array | undefined>>('print', [
            () => ok(undefined),
            () => ok(Uint8Array.of(1)),
            () => failed(appFailure('PRINTER_UNAVAILABLE', 'print')),
          ]),
      },
    };
  }

  #newId(): string {
    this.#ids += 1;
    return String(this.#ids).padStart(4, '0');
  }

  #expectInTime(): void {
    if (this.now >= this.#expiresAt) this.overdue.push(`at ${this.now}`);
  }

  #permits(kind: PermitRequest['kind']): (() => PermitAnswer)[] {
    const given = (lifeMs: number) => (): PermitAnswer => {
      const permitId = `permit-${this.#newId()}`;
      this.permits.push({ permitId, kind });
      this.#expiresAt = this.now + lifeMs;
      return { granted: true, permitId, expiresAt: this.#expiresAt };
    };
    return [
      given(30_000),
      // Main answered while this computer slept.
      given(0),
      () => ({ granted: false, failure: appFailure('NIK_SEQUENTIAL', 'permit') }),
      () => ({
        granted: false,
        failure: appFailure('NIK_TOO_FAST', 'permit'),
        waitUntil: this.now + 5000,
      }),
      () => ({ granted: false, failure: appFailure('QUOTA_EXHAUSTED_LOCAL', 'permit') }),
    ];
  }

  #readings(listener: ReadListener): (() => Result<ReadDone>)[] {
    const { resident } = this;
    const photo = () => listener.photo(fromCard(Uint8Array.of(0xff, 0xd8, 1)));
    const identity = () =>
      listener.identity(new Map(valuesOf(resident).map(([part, value]) => [part, fromCard(value)])));
    const torn = () => failed(cardFailure('CARD_REMOVED', 'READ BINARY 6FF2'));
    return [
      () => {
        photo();
        identity();
        return ok({ ms: 2000 });
      },
      () => {
        identity();
        return ok({ ms: 2000 });
      },
      torn,
      () => {
        photo();
        return torn();
      },
      () => {
        photo();
        identity();
        return torn();
      },
    ];
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'tap':
        if (this.cardThere) this.#cards?.lifted();
        this.cardThere = true;
        this.resident = residents[step.resident] ?? residents[0];
        this.#cards?.tapped();
        break;
      case 'lift':
        if (!this.cardThere) return;
        this.cardThere = false;
        this.#cards?.lifted();
        break;
      case 'say':
        this.act(step.intent);
        break;
      case 'intent':
        this.act(this.#choose(step));
        break;
      case 'answer':
        (step.last ? this.questions.pop() : this.questions.shift())?.settle(step.way);
        break;
      case 'cosign':
        this.#cosign(step);
        break;
      case 'time':
        this.pass(step.ms);
        break;
      case 'stop':
        this.visit.stop();
        break;
    }
    await settled();
  }

  #choose({ index, forced }: Extract<Step, { do: 'intent' }>): Intent | undefined {
    const offered = intents.filter(({ kind }) => forced || this.view?.intents.includes(kind));
    return offered[index % Math.max(1, offered.length)];
  }

  #cosign({ purpose, own }: Extract<Step, { do: 'cosign' }>): void {
    const officerId = own ? this.briefing.operator.id : 'peraga-santoso';
    this.visit.cosigned({ purpose, officerId, reason: 'ELDERLY' }).catch((error) => this.trouble.push(error));
  }

  act(intent: Intent | undefined): void {
    if (intent !== undefined) this.visit.act(intent).catch((error) => this.trouble.push(error));
  }

  pass(ms: number): void {
    this.now += ms;
    const due = this.#later.filter(({ at }) => at <= this.now);
    this.#later = this.#later.filter(({ at }) => at > this.now);
    for (const { call } of due) call();
  }

  get over(): boolean {
    return finalVisitStates.has(this.visit.state);
  }
}

/** What must hold of every view that ever leaves for the page. */
function expectFit(view: VisitView): void {
  const values = [...view.identity, ...view.verdicts, ...(view.consent?.values ?? [])];
  if (finalVisitStates.has(view.state)) {
    expect([values, view.photo, view.notice, view.consent, view.consentDecision]).toEqual([
      [],
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(view)).not.toMatch(residentText);
  }
  // nothing beside a notice. R-081: the answer, notice or verdict, only after the holder was confirmed.
  if (view.notice !== undefined) expect([values, view.photo]).toEqual([[], undefined]);
  if (['CARD_TAPPED', 'CARD_READ', 'HOLDER_FAILED'].includes(view.state))
    expect([view.notice, view.verdicts]).toEqual([undefined, []]);
  // what the gateway found is there to be compared, and gone with the comparison.
  if (view.state !== 'VERIFYING') {
    expect([view.comparison, view.portal]).toEqual([undefined, undefined]);
    expect(JSON.stringify(view)).not.toContain(onlyDukcapil);
  }
  // the photo is for the holder check.
  if (!['CARD_TAPPED', 'CARD_READ'].includes(view.state)) expect(view.photo).toBeUndefined();
  // The values of one person, and the answer that was given about that person.
  const shown = view.identity.find(({ part }) => part === 'NIK')?.value;
  const names = view.identity.filter(({ part }) => part === 'FULL_NAME').map(({ value }) => value);
  if (view.portal !== undefined) expect(view.portal.nik).toBe(shown);
  const person = residents.find(({ NIK }) => NIK === shown);
  if (person !== undefined) for (const name of names) expect(name).toBe(person.FULL_NAME);
  const score = view.verdicts[0]?.score;
  if (score !== undefined) expect(score).toBe(scoreOf(shown));
  const found = view.comparison?.flatMap((row) => row.found) ?? [];
  const foundNik = found.find(({ part }) => part === 'NIK');
  if (foundNik !== undefined) expect(foundNik.value).toBe(shown);
}

/** Marks whose answer it is. */
function scoreOf(nik: string | undefined): number {
  return residents.findIndex(({ NIK }) => NIK === nik);
}

function fetchAnswers(nik: string): (() => InquiryAnswer)[] {
  const values = new Map<ElementPart, ReturnType<typeof fromGateway<string>>>([
    ['NIK', fromGateway(nik)],
    ['FULL_NAME', fromGateway(onlyDukcapil)],
    ['ADDRESS.STREET', fromGateway('JL. LAIN NO. 9')],
  ]);
  const [, , ...others] = answers(nik);
  return [() => ({ kind: 'FOUND', outcome: 'FOUND', values, attempts: 1 }), ...others];
}

function answers(nik: string | undefined): (() => InquiryAnswer)[] {
  const judged = (outcome: 'MATCH' | 'MISMATCH'): InquiryAnswer => ({
    kind: 'JUDGED',
    outcome,
    attempts: 1,
    verdicts: [
      { part: 'FULL_NAME', verdict: outcome === 'MATCH' ? 'SESUAI' : 'BERBEDA', score: scoreOf(nik) },
    ],
  });
  return [
    () => judged('MATCH'),
    () => judged('MISMATCH'),
    () => ({
      kind: 'NOTICE',
      outcome: 'FOUND_DECEASED',
      notice: 'FOUND_DECEASED',
      about: 'RESIDENT',
      stopsLookups: false,
      text: 'Data Ditemukan, Meninggal Dunia',
      code: '11',
      attempts: 1,
    }),
    () => ({
      kind: 'NOTICE',
      outcome: 'QUOTA_EXHAUSTED',
      notice: 'QUOTA_EXHAUSTED',
      about: 'QUOTA',
      stopsLookups: true,
      text: 'Kuota akses hari ini telah habis',
      attempts: 1,
    }),
    () => ({
      kind: 'FAILED',
      outcome: 'TECH_FAIL',
      of: 'TRANSPORT',
      failure: appFailure('GATEWAY_TIMEOUT', 'match'),
      attempts: 1,
    }),
  ];
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 25; turn += 1) await Promise.resolve();
}

async function played({ method, steps }: Script): Promise<World> {
  const world = new World(method);
  await settled();
  for (const step of steps) await world.take(step);
  return world;
}

/** Ends the visit as an officer would who has had enough; gives up after more steps than any state needs. */
async function leave(world: World): Promise<void> {
  for (let turn = 0; turn < 30 && !world.over; turn += 1) {
    const offered = world.view?.intents ?? [];
    if (world.questions.length > 0) world.questions.shift()?.settle(0);
    else if (offered.includes('closeWithoutService')) world.act({ kind: 'closeWithoutService' });
    else if (offered.includes('cancel')) world.act({ kind: 'cancel' });
    else if (offered.includes('recordService')) world.act({ kind: 'recordService', fields });
    else await world.take(world.cardThere ? { do: 'lift' } : { do: 'tap', resident: 0 });
    await settled();
  }
}

const many = { numRuns: 500 };

describe('whatever happens in whatever order', () => {
  it('no intent is answered with an exception, and no view shows what its state must not', () =>
    fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const world = await played(script);
        expect(world.trouble).toEqual([]);
        for (const view of world.views) expectFit(view);
      }),
      many,
    ));

  it('there is always a way to the end, and the end is told once', () =>
    fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const world = await played(script);
        await leave(world);
        expect(world.endings).toEqual([world.visit.state]);
        expect(finalVisitStates.has(world.visit.state)).toBe(true);
        expect(world.facts.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
      }),
      many,
    ));

  it('main is told facts that fit the schema and hold no value', () =>
    fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const world = await played(script);
        await leave(world);
        const told = [
          ...world.facts,
          ...world.stored.map((fact) => ({ kind: 'store', question: 1, fact }) as const),
        ];
        for (const fact of told) expect([fact, fromVisit.safeParse(fact).success]).toEqual([fact, true]);
        expect(JSON.stringify(told)).not.toMatch(residentText);
      }),
      many,
    ));

  it('a served visit is recorded once, under one item, and keeps only what was consented to after a match', () =>
    fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const world = await played(script);
        await leave(world);
        if (world.visit.state === 'CLOSED_SERVED') expect(world.durable.length).toBeGreaterThan(0);
        expect(new Set(world.durable.map(({ balikan }) => balikan?.itemId)).size).toBeLessThan(2);
        for (const { kept, outcome, verified, consent } of world.stored.filter((fact) => fact.kept)) {
          expect(kept).toBeDefined();
          expect([outcome, verified, consent?.decision]).toEqual(['MATCH', true, 'GRANTED']);
        }
      }),
      many,
    ));

  it('nothing is stored, asked or shown of a resident once the visit is over', () =>
    fc.assert(
      fc.asyncProperty(scripts, anything, async (script, afterwards) => {
        const world = await played(script);
        await leave(world);
        const stored = world.stored.length;
        const questions = world.questions.length;
        for (const step of afterwards) await world.take(step);
        expect(world.stored).toHaveLength(stored);
        expect(world.questions.length).toBeLessThanOrEqual(questions);
        expect(JSON.stringify(world.view)).not.toMatch(residentText);
        expect(world.endings).toHaveLength(1);
      }),
      many,
    ));

  it('nothing begins under a permit that has run out, and each question that was asked is told once', () =>
    fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const world = await played(script);
        await leave(world);
        while (world.questions.length > 0) {
          world.questions.shift()?.settle(0);
          await settled();
        }
        expect(world.overdue).toEqual([]);
        const told = world.facts.flatMap((fact) => (fact.kind === 'inquired' ? [fact.permitId] : []));
        expect(new Set(told).size).toBe(told.length);
        const given = world.permits.filter(({ kind }) => kind === 'INQUIRE').map(({ permitId }) => permitId);
        expect(given).toEqual(expect.arrayContaining(told));
      }),
      many,
    ));

  it('what the gateway found never leaves the visit, and what the officer says of it is told in codes', () =>
    fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const world = await played(script);
        await leave(world);
        expect(JSON.stringify([world.facts, world.stored, world.sealed])).not.toContain(onlyDukcapil);
        const matches = world.facts.filter(({ kind }) => kind === 'compared').length;
        const verified = world.stored.some((fact) => fact.verified);
        if (script.method === 'FETCH' && verified) expect(matches).toBeGreaterThan(0);
      }),
      many,
    ));
});
