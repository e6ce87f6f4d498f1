/**
 * Papers: fields in; the content for the screen, the PDF and the machine-readable copy out. What leaves the program is on record
 * first, with the checksums of both.
 */
import { randomUUID } from 'node:crypto';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import {
  type Acting,
  appFailure,
  type PaperModel,
  type PaperRow,
  type PaperSigned,
} from '../contract/index.ts';
import type { Clock, Store } from '../store/index.ts';
import { fieldsAsJson, type PaperFields, sha256Of } from './fields.ts';
import { type PaperTableRow, paperTable } from './paper-tables.ts';
import type { KeptScan, Scans } from './scans.ts';
import { signedPapers } from './signed-papers.ts';

/** Printed, and on no record yet. */
export interface PrintedPaper {
  readonly fields: PaperFields;
  readonly model: PaperModel;
  readonly pdf: Uint8Array;
  readonly json: string;
}

export interface KeptPaper {
  readonly row: PaperRow;
  readonly pdf: Uint8Array;
  readonly json: string;
}

export interface Papers {
  print(paper: Pick<PrintedPaper, 'fields' | 'model'>): Promise<Result<PrintedPaper>>;
  /** Puts it on record, with its audit entry. Gives its id. */
  keep(paper: PrintedPaper, acting: Acting): Result<string>;
  /**
   * Gives a paper on record to a printer, and says so in the log first; that none took it is there as well. It stays as it is and can be
   * printed again.
   */
  handToPrinter(
    paperId: string,
    hand: (pdf: Uint8Array) => Promise<Failure | undefined>,
    acting: Acting,
  ): Promise<Result<null>>;
  /** Newest first. @param nameOf who made it */
  list(limit: number, nameOf: (personId: string) => string): Result<readonly PaperRow[]>;
  /** The scan of its signed print, once. */
  attach(order: PaperSigned, acting: Acting): Result<void>;
  /** The scan of its signed print; `undefined` while there is none. */
  signedScan(paperId: string): Result<KeptScan | undefined>;
  /** As it was kept, byte for byte, or STORE_DAMAGED. */
  read(paperId: string): Result<KeptPaper | undefined>;
}

/** @param render the paper process: content to PDF */
export function papers(
  store: Store,
  audit: AuditLog,
  clock: Clock,
  render: (model: PaperModel) => Promise<Result<Uint8Array>>,
  scans: Pick<Scans, 'take'>,
): Papers {
  const signed = signedPapers(store, audit, clock, scans);
  const table = paperTable(store);

  /** As it was kept, byte for byte, or STORE_DAMAGED. */
  function read(paperId: string): Result<KeptPaper | undefined> {
    const found = store.read((reader) => {
      const row = table.find(reader, paperId);
      const pdf = reader.get('SELECT pdf FROM paper_content WHERE paper_id = ?', paperId)?.pdf;
      return {
        row,
        pdf: pdf instanceof Uint8Array ? pdf : new Uint8Array(),
        hand: signed.of(reader, paperId),
      };
    });
    if (!found.ok) return found;
    const { row, pdf, hand } = found.value;
    if (row === undefined) return ok(undefined);
    // The seal is over the checksum, not over the bytes.
    if (sha256Of(pdf) !== row.pdf_sha256) return failed(appFailure('STORE_DAMAGED', 'paper'));
    return ok({ row: rowOf(row, hand), pdf, json: row.fields });
  }

  return {
    async print({ fields, model }) {
      const pdf = await render(model);
      return pdf.ok ? ok({ fields, model, pdf: pdf.value, json: fieldsAsJson(fields) }) : pdf;
    },

    keep: ({ fields, model, pdf, json }, acting) =>
      store.transaction((writer): Result<string> => {
        const paperId = randomUUID();
        const { kind, agreement } = fields;
        const [pdfSha256, fieldsSha256] = [sha256Of(pdf), sha256Of(json)];
        table.insert(writer, {
          paper_id: paperId,
          kind,
          agreement_id: agreement.agreementId,
          person_id: 'personId' in fields ? fields.personId : null,
          draft: model.draft ? 1 : 0,
          fields: json,
          fields_sha256: fieldsSha256,
          pdf_sha256: pdfSha256,
          made_by: acting.personId,
          made_at: clock.now(),
        });
        writer.run('INSERT INTO paper_content (paper_id, pdf) VALUES (?, ?)', paperId, pdf);
        const noted = audit.append(
          { actor: acting.personId, counter: acting.counter, agreementId: agreement.agreementId },
          { event: 'PAPER_MADE', paperId, kind, draft: model.draft, pdfSha256, fieldsSha256 },
        );
        return noted.ok ? ok(paperId) : noted;
      }),

    list: (limit, nameOf) =>
      store.read((reader) =>
        table.select(reader, 'ORDER BY made_at DESC, rowid DESC LIMIT ?', limit).map((row) => ({
          ...rowOf(row, signed.of(reader, row.paper_id)),
          madeBy: nameOf(row.made_by),
        })),
      ),

    attach: (order, acting) =>
      store.transaction((writer): Result<void> => {
        const row = table.find(writer, order.paperId);
        if (row === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such paper'));
        return signed.attach(order, { draft: row.draft === 1, agreementId: row.agreement_id }, acting);
      }),

    read,
    signedScan: (paperId) => signed.read(paperId),

    async handToPrinter(paperId, hand, { personId: actor, counter }) {
      const paper = read(paperId);
      if (!paper.ok) return paper;
      if (paper.value === undefined) return failed(appFailure('STEP_ORDER', 'paper', 'no such paper'));
      const { agreementId, pdfSha256 } = paper.value.row;
      const context = { actor, counter, agreementId };
      const noted = audit.append(context, { event: 'PAPER_PRINTED', paperId, pdfSha256 });
      if (!noted.ok) return noted;
      const failure = await hand(paper.value.pdf);
      if (failure === undefined) return ok(null);
      const mended = audit.append(context, { event: 'PAPER_NOT_PRINTED', paperId, failure: failure.code });
      return mended.ok ? failed(failure) : mended;
    },
  };
}

function rowOf(row: PaperTableRow, signed: PaperRow['signed']): PaperRow {
  return {
    paperId: row.paper_id,
    kind: row.kind,
    agreementId: row.agreement_id,
    personId: row.person_id,
    draft: row.draft === 1,
    signerLeft: false,
    signedBy: /^ {2}"signedBy": "([^"]+)"/m.exec(row.fields)?.[1] ?? null,
    madeBy: row.made_by,
    madeAt: row.made_at,
    pdfSha256: row.pdf_sha256,
    fieldsSha256: row.fields_sha256,
    signed,
  };
}
