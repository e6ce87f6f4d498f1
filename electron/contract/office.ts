/** What everything in an office goes by: its ids, its letters, its accounts, the signed papers on file. Names of staff are here, values of residents never. */
import { z } from 'zod';
import { isoDate } from './agreement-profile.ts';

/** Words of a person, as they typed them. */
export const text = (most: number) => z.string().trim().min(1).max(most);
export const officeId = z.string().regex(/^(?!.*\d{16})[a-z0-9-]{3,80}$/);
/** Number and date of a letter, addendum or BAST, as the office that issued it wrote them. */
export const letter = z.object({ number: text(120), date: isoDate });
export type Letter = z.infer<typeof letter>;
export const loginName = z.string().regex(/^[a-z][a-z0-9.-]{2,31}$/);
export const newPassword = z.string().min(10).max(200);

/** A signed paper that was picked, and is put on file with the act that names it. */
export const scanned = { scanId: officeId };

export const scanKinds = ['AGREEMENT', 'ADDENDUM', 'POC_LETTER', 'BRIDGE_LETTER', 'SPTJM', 'NDA'] as const;
export type ScanKind = (typeof scanKinds)[number];

export interface PickedScan {
  readonly scanId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}
