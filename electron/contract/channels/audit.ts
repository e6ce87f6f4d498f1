/** What pages may ask of the audit log. */
import { z } from 'zod';
import type { InquiryOutcome } from '../inquiry.ts';
import { channel, nothing } from './channel.ts';

export const auditChannels = {
  'audit.list': channel(
    { see: 'READ_AUDIT' },
    z.object({
      limit: z.number().int().min(1).max(200),
      /** Only entries before the one of this number. */
      before: z.number().int().min(1).optional(),
    }),
  ).answers<readonly AuditRow[]>(),
  /**
   * Into a file that a person picks in a dialog of main's.
   * The checkpoint as it goes on paper, and how many entries it stands for. `null`: the dialog was closed.
   */
  'audit.export': channel({ do: 'READ_AUDIT' }, nothing).answers<{
    readonly checkpoint: string;
    readonly count: number;
  } | null>(),
};

export interface AuditRow {
  readonly seq: number;
  readonly at: number;
  /** By name where the office knows one. */
  readonly actor: string;
  readonly event: string;
  /** Whom it is about, by name, or under which agreement it happened. */
  readonly about: string | null;
  readonly visitId: string | null;
  readonly outcome: InquiryOutcome | string | null;
  /** The rest of the entry in codes, as it stands in the log. */
  readonly details: readonly string[];
}
