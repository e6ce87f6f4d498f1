/**
 * The signed print of a paper, which comes back as a scan: attached once, with the number that the secretariat gave and the day of the
 * signature, to the paper as it was made.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import type { AuditLog } from '../audit/index.ts';
import { type Acting, appFailure, type PaperSigned, type SignedPaper } from '../contract/index.ts';
import type { Clock, Reader, Store } from '../store/index.ts';
import { sha256Of } from './fields.ts';
import { signedPaperTable } from './paper-tables.ts';
import type { KeptScan, Scans } from './scans.ts';

export function signedPapers(store: Store, audit: AuditLog, clock: Clock, scans: Pick<Scans, 'take'>) {
  const table = signedPaperTable(store);

  return {
    of(reader: Reader, paperId: string): SignedPaper | null {
      const row = table.find(reader, paperId);
      return row === undefined ? null : { number: row.number, signedOn: row.signed_on, sha256: row.sha256 };
    },

    /** Byte for byte as it was attached, or STORE_DAMAGED. */
    read(paperId: string): Result<KeptScan | undefined> {
      const found = store.read((reader) => ({
        row: table.find(reader, paperId),
        content: reader.get('SELECT content FROM signed_paper_content WHERE paper_id = ?', paperId)?.content,
      }));
      if (!found.ok) return found;
      const { row, content } = found.value;
      if (row === undefined) return ok(undefined);
      const bytes = content instanceof Uint8Array ? content : new Uint8Array();
      // The seal is over the checksum, not over megabytes.
      if (sha256Of(bytes) !== row.sha256) return failed(appFailure('STORE_DAMAGED', 'signed paper'));
      return ok({ name: row.name, media: row.media, bytes });
    },

    /**
     * Fails with PAPER_NUMBER_REQUIRED for a draft that still has no number, STEP_ORDER for one that is signed already,
     * SCAN_REQUIRED where no scan was picked.
     */
    attach: (
      { paperId, number, signedOn, scanId }: PaperSigned,
      paper: { readonly draft: boolean; readonly agreementId: string },
      acting: Acting,
    ): Result<void> =>
      store.transaction((writer): Result<void> => {
        if (table.find(writer, paperId) !== undefined) {
          return failed(appFailure('STEP_ORDER', 'paper', 'signed already'));
        }
        if (paper.draft && number === '') return failed(appFailure('PAPER_NUMBER_REQUIRED', 'paper'));
        const scan = scans.take(scanId);
        if (!scan.ok) return scan;
        const { name, media, bytes } = scan.value;
        const sha256 = sha256Of(bytes);
        table.insert(writer, {
          paper_id: paperId,
          number,
          signed_on: signedOn,
          name,
          media,
          size: bytes.length,
          sha256,
          filed_by: acting.personId,
          filed_at: clock.now(),
        });
        writer.run('INSERT INTO signed_paper_content (paper_id, content) VALUES (?, ?)', paperId, bytes);
        const { personId: actor, counter } = acting;
        const noted = audit.append(
          { actor, counter, agreementId: paper.agreementId },
          { event: 'PAPER_SIGNED', paperId, scanSha256: sha256 },
        );
        return noted.ok ? ok(undefined) : noted;
      }),
  };
}
