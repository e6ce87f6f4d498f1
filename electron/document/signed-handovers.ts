/** Hand-over records of SAM cards whose signed print came back, with the cards they list: what counts as returned rests on one. */
import { z } from 'zod';
import type { Result } from '../../native/failure.ts';
import type { SignedHandover } from '../contract/index.ts';
import type { Store } from '../store/index.ts';
import { paperTable, signedPaperTable } from './paper-tables.ts';

/** Of the fields no more than is asked for here: they were checked when the paper was kept, and lie under a seal. */
const stated = z.object({
  number: z.string().nullable(),
  inventory: z.array(z.object({ sam: z.string().nullable() })),
});

/** Newest first. */
export function signedHandovers(store: Store, agreementId: string): Result<readonly SignedHandover[]> {
  const papers = paperTable(store);
  const signed = signedPaperTable(store);
  const ofAgreement = "WHERE agreement_id = ? AND kind = 'BAST_SAM_RETURN' ORDER BY made_at DESC, rowid DESC";
  return store.read((reader) =>
    papers.select(reader, ofAgreement, agreementId).flatMap(({ paper_id: paperId, fields }) => {
      const print = signed.find(reader, paperId);
      if (print === undefined) return [];
      const { number, inventory } = stated.parse(JSON.parse(fields));
      const cards = inventory.flatMap(({ sam }) => (sam === null ? [] : [sam]));
      // A number that was given after printing stands on the scan alone.
      const given = print.number === '' ? (number ?? '') : print.number;
      return [{ paperId, agreementId, number: given, signedOn: print.signed_on, cards }];
    }),
  );
}
