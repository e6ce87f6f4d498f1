/** Opens one kept record: an order with envelope and key goes in, what the page shows comes out. No disk, no network. */
import { z } from 'zod';
import { type Failure, failed, ok, type Result } from '../../native/failure.ts';
import { appFailure, elementParts, type RecordOrder, type RecordView } from '../contract/index.ts';
import { openWired, zero } from '../sealing/index.ts';

/** The envelope's content, `KeptContent` of the contract, as UTF-8 JSON. */
const keptContent = z.object({
  values: z
    .array(z.object({ part: z.enum(elementParts), value: z.string().max(1000) }))
    .max(elementParts.length),
  companion: z.object({ name: z.string().max(120), relation: z.string().max(120) }).optional(),
  receipt: z.object({ pdfSha256: z.string().length(64), fieldsSha256: z.string().length(64) }).optional(),
});

/** Needs sealing's `ready`. A record that cannot be opened still says which one it is and why. */
export function openRecord(order: RecordOrder): RecordView {
  const { recordId, receiptNo, consentedAt, retainedUntil, purpose, answer } = order;
  const told = answer === undefined ? {} : { trail: answer.trail };
  const frame = { recordId, receiptNo, consentedAt, retainedUntil, purpose, ...told };
  const content = contentOf(order);
  if (!content.ok) return { ...frame, values: [], failure: content.failure };
  const { values, companion, receipt } = content.value;
  return {
    ...frame,
    values,
    ...(companion === undefined ? {} : { companion }),
    ...(receipt === undefined ? {} : { receipt }),
  };
}

function contentOf(order: RecordOrder): Result<z.infer<typeof keptContent>, Failure<'ENVELOPE_UNREADABLE'>> {
  const opened = openWired(order.key, order.envelope);
  if (!opened.ok) return opened;
  const content = keptContent.safeParse(parse(new TextDecoder().decode(opened.value)));
  zero(opened.value);
  // The details of a schema error would quote what is inside.
  return content.success ? ok(content.data) : failed(appFailure('ENVELOPE_UNREADABLE', 'open', 'content'));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
