/** Papers as the pages ask for them: what is known beforehand, how it will look, and the PDF in a place of somebody's choice. */
import { z } from 'zod';
import { type Failure, failed, ok, type Result } from '../../../native/failure.ts';
import { checkpointText } from '../../audit/index.ts';
import { localDay } from '../../calendar/index.ts';
import {
  type Acting,
  appFailure,
  letterhead,
  type PaperModel,
  type PaperOrder,
  type PaperPreview,
  type PaperRow,
  type PaperSigned,
  type PaperStart,
} from '../../contract/index.ts';
import { beginningOf, type PaperFields, type PrintedPaper } from '../../document/index.ts';
import type { Handlers } from '../../window/index.ts';
import { paperFacts } from '../paper-facts.ts';
import { paperFieldsOf } from '../paper-fields.ts';
import { hindranceOf, signedDayObjection, signerObjection } from '../paper-hindrance.ts';
import { paperStarts, subjectsOf } from '../paper-starts.ts';
import { trialSheet } from '../trial-sheet.ts';
import { receiptOrder } from '../withdrawal-receipt.ts';
import { writeBeside } from '../write-beside.ts';
import type { ProgramParts } from './parts.ts';

type PaperChannel = Extract<keyof Handlers, `papers.${string}`>;

/** What was last typed about the office that writes, per agreement. */
const lastTyped = z.object({
  letterhead,
  place: z.string(),
  /** By kind. */
  patterns: z.record(z.string(), z.string()).default({}),
});

/** As its fields were kept; one that is a draft may have no day yet. */
const dated = z.object({ day: z.string().nullable() });

type StartOrder = Parameters<Handlers['papers.start']>[0];
type ReceiptOrder = Parameters<Handlers['papers.receipt']>[0];

interface Composed {
  readonly fields: PaperFields;
  readonly model: PaperModel;
}

export function paperHandlers(parts: ProgramParts): Pick<Handlers, PaperChannel> {
  const { installation, office, papers, pagesOf, paperPrinter, saveAs, templates, changed } = parts;
  const { people } = office;
  const { audit, state } = installation;
  const factsOf = paperFacts(installation, office);
  const stateKey = (agreementId: string) => `papers.letterhead.${agreementId}`;

  function start({ agreementId, kind, incidentId }: StartOrder): Result<PaperStart> {
    const acting = people.sessions.acting();
    if (!acting.ok) return acting;
    const facts = factsOf(agreementId, acting.value);
    if (!facts.ok) return facts;
    const stored = state.get(stateKey(agreementId));
    if (!stored.ok) return stored;
    const last = stored.value === undefined ? undefined : lastTyped.parse(JSON.parse(stored.value));
    const chosen = templates.of(kind);
    if (!chosen.ok) return chosen;
    const { party1, party2 } = facts.value.profile.parties;
    const empty = { government: '', district: '', office: party2.name, address: '', contact: '' };
    const { patterns, ...known } = last ?? { letterhead: empty, place: '', patterns: {} };
    const begins = paperStarts(kind, facts.value, incidentId);
    return ok({
      ...known,
      numberPattern: patterns[kind] ?? '',
      recipient: party1.name,
      subjects: subjectsOf(kind, facts.value),
      asks: chosen.value.template.asks.map((one) => ({ ...one, start: begins[one.name] ?? one.start })),
    });
  }

  /** Of the withdrawal, with what is known of the office, as of now. */
  function receiptOf({ agreementId, requestId }: ReceiptOrder): Result<PaperOrder> {
    const known = start({ agreementId, kind: 'WITHDRAWAL_RECEIPT' });
    if (!known.ok) return known;
    const profile = office.agreements.profile(agreementId);
    if (!profile.ok) return profile;
    const today = localDay(installation.clock.now(), profile.value.timeZone);
    return receiptOrder(known.value, { agreementId, requestId, today });
  }

  /** By request: a second try prints the paper that is on record. */
  const receipts = new Map<string, string>();

  async function giveReceipt(asked: ReceiptOrder, acting: Acting): Promise<Result<null>> {
    const order = receiptOf(asked);
    if (!order.ok) return order;
    const before = receipts.get(asked.requestId);
    const made = before === undefined ? await record(order.value, acting) : ok({ paperId: before });
    if (!made.ok) return made;
    const { paperId } = made.value;
    receipts.set(asked.requestId, paperId);
    return papers.handToPrinter(paperId, (pdf) => paperPrinter.print(pdf, ''), acting);
  }

  /** Those that wait for a hand are told from those whose head has left. */
  function listed(limit: number): Result<readonly PaperRow[]> {
    const head = people.responsible();
    if (!head.ok) return head;
    const rows = papers.list(limit, (personId) => people.nameOf(personId));
    if (!rows.ok) return rows;
    const left = ({ signed, signedBy }: PaperRow) =>
      signed === null && signedBy !== null && signedBy !== head.value?.personId;
    return ok(rows.value.map((row) => ({ ...row, signerLeft: left(row) })));
  }

  function notTheHandOf({ paperId, signedOn }: PaperSigned): Failure | undefined {
    const paper = papers.read(paperId);
    const head = people.responsible();
    if (!paper.ok) return paper.failure;
    if (!head.ok) return head.failure;
    if (paper.value === undefined) return appFailure('STEP_ORDER', 'paper', 'no such paper');
    const { row, json } = paper.value;
    const profile = office.agreements.profile(row.agreementId);
    if (!profile.ok) return profile.failure;
    const today = localDay(installation.clock.now(), profile.value.timeZone);
    return (
      signedDayObjection(signedOn, dated.parse(JSON.parse(json)).day, today) ??
      signerObjection(row.signedBy, signedOn, head.value, (personId) => people.nameOf(personId))
    );
  }

  /** What is printed states a checkpoint of the log, signed now, for who holds the paper. */
  function witnessed(paper: Composed, { personId, counter }: Acting): Result<Composed> {
    const { fields, model } = paper;
    if (!('checkpoint' in fields) || !bearsCheckpoint(model)) return ok(paper);
    const { agreementId } = fields.agreement;
    const signed = audit.checkpoint({ actor: personId, counter, agreementId }, 'DOCUMENT');
    if (!signed.ok) return signed;
    return templates.compose({ ...fields, checkpoint: checkpointText(signed.value) });
  }

  /** Content as of now, or why it may not be printed. */
  function prepared(order: PaperOrder, acting: Acting): Result<Composed> {
    const facts = factsOf(order.agreementId, acting);
    if (!facts.ok) return facts;
    const fields = paperFieldsOf(order, facts.value);
    if (!fields.ok) return fields;
    const hindrance = hindranceOf(order, fields.value, facts.value);
    return hindrance === undefined ? templates.compose(fields.value) : failed(hindrance);
  }

  /** The head of the letter, and the pattern of the number where it has one, for the next paper. */
  function remember(order: PaperOrder): Result<unknown> {
    const stored = state.get(stateKey(order.agreementId));
    if (!stored.ok) return stored;
    const { patterns = {} } = stored.value === undefined ? {} : lastTyped.parse(JSON.parse(stored.value));
    const { letterhead: head, place } = order;
    const pattern = 'number' in order && order.number?.includes('{') ? { [order.kind]: order.number } : {};
    const next = { letterhead: head, place, patterns: { ...patterns, ...pattern } };
    return state.set(stateKey(order.agreementId), JSON.stringify(next));
  }

  /** As it would print now, whether it may or not. */
  function preview(order: PaperOrder): Result<PaperPreview> {
    const acting = people.sessions.acting();
    if (!acting.ok) return acting;
    const facts = factsOf(order.agreementId, acting.value);
    if (!facts.ok) return facts;
    const fields = paperFieldsOf(order, facts.value);
    if (!fields.ok) return fields;
    const composed = templates.compose(fields.value);
    if (!composed.ok) return composed;
    return ok({
      model: composed.value.model,
      hindrance: hindranceOf(order, fields.value, facts.value) ?? null,
    });
  }

  async function make(order: PaperOrder, acting: Acting): Promise<Result<null>> {
    const asked = prepared(order, acting);
    if (!asked.ok) return asked;
    const { title } = asked.value.model;
    const place = await saveAs({ title, name: `${title}.pdf`, kind: 'PDF' });
    if (place === undefined) return ok(null);
    // The dialog may stand open for an hour: whoever left the keyboard meanwhile puts nothing on record.
    const still = people.sessions.acting();
    if (!still.ok) return still;
    if (still.value.personId !== acting.personId) return failed(appFailure('NOT_PERMITTED', 'paper'));
    // And what was true when it opened may be so no longer.
    const recorded = await recordTyped(order, acting);
    return recorded.ok ? written(place, recorded.value.printed) : recorded;
  }

  /** On record before it is on the disk or on paper: no paper leaves that the books do not know. */
  async function record(
    order: PaperOrder,
    acting: Acting,
  ): Promise<Result<{ readonly paperId: string; readonly printed: PrintedPaper }>> {
    const now = prepared(order, acting);
    if (!now.ok) return now;
    const final = witnessed(now.value, acting);
    if (!final.ok) return final;
    const printed = await papers.print(final.value);
    if (!printed.ok) return printed;
    const paperId = papers.keep(printed.value, acting);
    if (!paperId.ok) return paperId;
    changed();
    return ok({ paperId: paperId.value, printed: printed.value });
  }

  /** What was typed for it is there for the next one. */
  async function recordTyped(order: PaperOrder, acting: Acting): ReturnType<typeof record> {
    const recorded = await record(order, acting);
    if (!recorded.ok) return recorded;
    const remembered = remember(order);
    return remembered.ok ? recorded : remembered;
  }

  return {
    'papers.expect': async () => {
      const pdf = await pagesOf(trialSheet);
      return pdf.ok ? ok({ pdf: pdf.value, whole: true }) : pdf;
    },
    'papers.start': start,
    'papers.preview': preview,
    'papers.pages': async ({ order, part }) => {
      const seen = preview(order);
      if (!seen.ok) return seen;
      const { model } = seen.value;
      const beginning = part === 'BEGINNING' ? beginningOf(model) : undefined;
      const pdf = await pagesOf(beginning ?? model);
      return pdf.ok ? ok({ pdf: pdf.value, whole: beginning === undefined }) : pdf;
    },
    'papers.make': async (order) => {
      const acting = people.sessions.acting();
      return acting.ok ? make(order, acting.value) : acting;
    },
    'papers.record': async (order) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const recorded = await recordTyped(order, acting.value);
      return recorded.ok ? ok({ paperId: recorded.value.paperId }) : recorded;
    },
    'papers.printers': async () => ok(await paperPrinter.list()),
    'papers.print': async ({ paperId, printer }) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const printed = await papers.handToPrinter(
        paperId,
        (pdf) => paperPrinter.print(pdf, printer),
        acting.value,
      );
      changed();
      return printed;
    },
    'papers.receipt': async (asked) => {
      const order = receiptOf(asked);
      if (!order.ok) return order;
      const seen = preview(order.value);
      if (!seen.ok) return seen;
      const { model, hindrance } = seen.value;
      if (hindrance !== null) return failed(hindrance);
      const pdf = await pagesOf(model);
      return pdf.ok ? ok({ model, pdf: pdf.value }) : pdf;
    },
    'papers.giveReceipt': async (asked) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const given = await giveReceipt(asked, acting.value);
      changed();
      return given;
    },
    'papers.attach': (order) => {
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      const objection = notTheHandOf(order);
      if (objection !== undefined) return failed(objection);
      const attached = papers.attach(order, acting.value);
      changed();
      return attached.ok ? ok(null) : attached;
    },
    'papers.scan': ({ paperId }) => {
      const scan = papers.signedScan(paperId);
      if (!scan.ok) return scan;
      return scan.value === undefined
        ? failed(appFailure('STEP_ORDER', 'paper', 'not signed'))
        : ok(scan.value);
    },
    'papers.list': ({ limit }) => listed(limit),
    'papers.save': async ({ paperId }) => {
      const paper = papers.read(paperId);
      if (!paper.ok) return paper;
      if (paper.value === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such paper'));
      const place = await saveAs({ title: 'PDF', name: `${paper.value.row.kind}.pdf`, kind: 'PDF' });
      return place === undefined ? ok(null) : written(place, paper.value);
    },
  };
}

function bearsCheckpoint({ blocks, annexes }: PaperModel): boolean {
  return [...blocks, ...annexes.flatMap((annex) => annex.blocks)].some(({ kind }) => kind === 'checkpoint');
}

/** With its machine-readable copy. */
function written(place: string, { pdf, json }: { readonly pdf: Uint8Array; readonly json: string }) {
  return writeBeside(place, pdf, { json });
}
