/**
 * Corrects one item of data balikan inside its envelope: the NIK stays what it was and is seen by nobody, the named members take the
 * place of the old ones, and what stays of the old content is a keyed hash (domain 4.5).
 */
import { createHmac } from 'node:crypto';
import type { Result } from '../../native/failure.ts';
import {
  appFailure,
  balikanContent,
  type CorrectionOrder,
  type CorrectionOutcome,
} from '../contract/index.ts';

export interface CorrectionDeps {
  /** Key and envelope as they stand in the order, in base64. */
  open(key: CorrectionOrder['key'], envelope: string): Result<Uint8Array>;
  /** Gives the new envelope in base64. */
  seal(publicKey: string, content: Uint8Array): string;
}

export function correct(order: CorrectionOrder, deps: CorrectionDeps): CorrectionOutcome {
  const opened = deps.open(order.key, order.envelope);
  if (!opened.ok) return { kind: 'FAILED', failure: { ...opened.failure } };
  const former = opened.value;
  try {
    const { nik, param } = balikanContent.parse(JSON.parse(Buffer.from(former).toString('utf8')));
    const corrected = Buffer.from(JSON.stringify({ nik, param: { ...param, ...order.param } }), 'utf8');
    const envelope = deps.seal(order.key.publicKey, corrected);
    corrected.fill(0);
    const formerHash = createHmac('sha256', Buffer.from(order.pepper, 'base64')).update(former).digest('hex');
    return { kind: 'CORRECTED', envelope, formerHash };
  } catch {
    // No JSON, or JSON of another shape; what it was stays untold, because it could hold the NIK.
    return {
      kind: 'FAILED',
      failure: { ...appFailure('ENVELOPE_UNREADABLE', 'correction', 'content is not an item') },
    };
  } finally {
    former.fill(0);
  }
}
