/** What pages may ask about papers: to prepare, make, print and find them, and to pick the scan of a signed one. */
import { z } from 'zod';
import { officeId, type PickedScan, scanKinds } from '../office.ts';
import {
  type PaperModel,
  type PaperPages,
  type PaperPreview,
  type PaperRow,
  type PaperStart,
  type PrinterRow,
  paperKinds,
  paperOrder,
  paperPrint,
  paperSight,
  paperSigned,
  type SignedScan,
  withdrawalReceipt,
} from '../papers.ts';
import { channel, nothing } from './channel.ts';

export const paperChannels = {
  'scans.pick': channel(
    'SIGNED_IN',
    z.object({ kind: z.enum([...scanKinds, 'SIGNED_PAPER']) }),
  ).answers<PickedScan | null>(),
  /** Somebody is on the way to a paper: what lays it out is made ready, and a sheet comes back to try on it what draws. */
  'papers.expect': channel({ see: 'PREPARE_DOCUMENTS' }, nothing).answers<PaperPages>(),
  'papers.start': channel(
    { see: 'PREPARE_DOCUMENTS' },
    z.object({
      agreementId: officeId,
      kind: z.enum(paperKinds),
      incidentId: officeId.exactOptional(),
    }),
  ).answers<PaperStart>(),
  /** How the paper will look; nothing is made. */
  'papers.preview': channel({ see: 'PREPARE_DOCUMENTS' }, paperOrder).answers<PaperPreview>(),
  'papers.pages': channel({ see: 'PREPARE_DOCUMENTS' }, paperSight).answers<PaperPages>(),
  /** Makes the PDF, and puts it and its fields where somebody chooses in a dialog of main's. */
  'papers.make': channel({ do: 'PREPARE_DOCUMENTS' }, paperOrder),
  /** Makes it and puts it on record, to be printed from there. */
  'papers.record': channel({ do: 'PREPARE_DOCUMENTS' }, paperOrder).answers<{ readonly paperId: string }>(),
  'papers.printers': channel({ do: 'PREPARE_DOCUMENTS' }, nothing).answers<readonly PrinterRow[]>(),
  'papers.print': channel({ do: 'PREPARE_DOCUMENTS' }, paperPrint),
  /** The receipt of a withdrawal, as whoever took it prints it: with the letterhead that is known, and nothing to be typed. */
  'papers.receipt': channel({ do: 'TAKE_REQUEST' }, withdrawalReceipt).answers<{
    readonly model: PaperModel;
    readonly pdf: Uint8Array;
  }>(),
  /** Puts it on record and prints it where the system prints. */
  'papers.giveReceipt': channel({ do: 'TAKE_REQUEST' }, withdrawalReceipt),
  'papers.attach': channel({ do: 'ATTACH_SIGNED' }, paperSigned),
  'papers.scan': channel({ see: 'PREPARE_DOCUMENTS' }, z.object({ paperId: officeId })).answers<SignedScan>(),
  'papers.list': channel(
    { see: 'PREPARE_DOCUMENTS' },
    z.object({ limit: z.number().int().min(1).max(200) }),
  ).answers<readonly PaperRow[]>(),
  /** One that was made before, once more. */
  'papers.save': channel({ do: 'PREPARE_DOCUMENTS' }, z.object({ paperId: officeId })),
};
