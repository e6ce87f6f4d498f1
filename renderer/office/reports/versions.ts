/** Every version of a report, the newest first: the one that is being made, and those that were signed. Pure. */
import type { ReportRow, SignedVersion } from '../../../electron/contract/index.ts';

/** What a version says, and how it was signed, if it was. */
export interface ShownVersion
  extends Pick<SignedVersion, 'version' | 'figures' | 'narrative' | 'correction'> {
  readonly signed:
    | Pick<SignedVersion, 'number' | 'signedOn' | 'signedBy' | 'submitted' | 'received'>
    | undefined;
}

export function versionsOf(row: ReportRow): readonly ShownVersion[] {
  const { version, figures, narrative, correction } = row;
  const signed = row.signed.map((one) => ({ ...one, signed: one }));
  const isSigned = signed.some((one) => one.version === version);
  const all = isSigned ? signed : [...signed, { version, figures, narrative, correction, signed: undefined }];
  return all.toReversed();
}
