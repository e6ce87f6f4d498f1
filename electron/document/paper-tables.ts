/** The tables of the papers: what was made, and the signed prints that came back. */
import type { PaperKind } from '../contract/index.ts';
import { type Store, sealedTable } from '../store/index.ts';
import type { KeptScan } from './scans.ts';

export type PaperTableRow = {
  readonly paper_id: string;
  readonly kind: PaperKind;
  readonly agreement_id: string;
  readonly person_id: string | null;
  readonly draft: number;
  readonly fields: string;
  readonly fields_sha256: string;
  readonly pdf_sha256: string;
  readonly made_by: string;
  readonly made_at: number;
};

type SignedRow = {
  readonly paper_id: string;
  readonly number: string;
  readonly signed_on: string;
  readonly name: string;
  readonly media: KeptScan['media'];
  readonly size: number;
  readonly sha256: string;
  readonly filed_by: string;
  readonly filed_at: number;
};

export function paperTable({ rowSeal }: Store) {
  return sealedTable<PaperTableRow>(rowSeal, 'paper', ['paper_id'], {
    paper_id: 'text',
    kind: 'text',
    agreement_id: 'text',
    person_id: 'text',
    draft: 'number',
    fields: 'text',
    fields_sha256: 'text',
    pdf_sha256: 'text',
    made_by: 'text',
    made_at: 'number',
  });
}

export function signedPaperTable({ rowSeal }: Store) {
  return sealedTable<SignedRow>(rowSeal, 'signed_paper', ['paper_id'], {
    paper_id: 'text',
    number: 'text',
    signed_on: 'text',
    name: 'text',
    media: 'text',
    size: 'number',
    sha256: 'text',
    filed_by: 'text',
    filed_at: 'number',
  });
}
