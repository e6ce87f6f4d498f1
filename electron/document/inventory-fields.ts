/** What the papers about SAM cards and readers state: the rows of the inventory (domain 5.9) and the hand-over itself (5.1). */
import { z } from 'zod';
import { handoverReasons, isoDate } from '../contract/index.ts';

const text = z.string().trim();
const letter = z.object({ number: text, date: isoDate });

/** One SAM card with its reader, or either alone. */
const inventoryRow = z.object({
  sam: text.nullable(),
  ticket: text.nullable(),
  model: text.nullable(),
  reader: text.nullable(),
  counter: text.nullable(),
  activatedOn: isoDate.nullable(),
  offOn: isoDate.nullable(),
  configSha256: text.nullable(),
  condition: z.enum(['GOOD', 'DAMAGED', 'LOST']),
  /** Number under which a loss or a damage was reported. */
  incident: text.nullable(),
  deactivation: letter.nullable(),
});
export type InventoryRow = z.infer<typeof inventoryRow>;

const party = z.object({
  name: text,
  employmentNo: text,
  rank: text,
  position: text,
  office: text,
  address: text,
});
const witness = z.object({ name: text, employmentNo: text, position: text });

export const inventoryFields = { inventory: z.array(inventoryRow).max(600) };

export const handoverFields = {
  ...inventoryFields,
  reason: z.enum(handoverReasons),
  endedOn: isoDate,
  receiver: party,
  witnesses: z.array(witness).length(2),
  acknowledgedBy: witness.nullable(),
  copies: z.number().int().min(2).max(9),
  /** The latest of them, when readers went off on several days. */
  readersOff: z
    .object({ day: isoDate, time: text, zone: text, by: text, letter: text, atOnce: z.boolean() })
    .nullable(),
  files: z.array(
    z.object({
      sam: text,
      fileName: text,
      sha256: text,
      medium: text,
      on: isoDate,
      receivedBy: text,
    }),
  ),
  kept: z.object({ count: z.number().int().nonnegative(), treatment: z.enum(['RETAIN', 'ERASE']) }),
  shipment: z.object({ how: text, receiptNo: text }).nullable(),
  /** Cards of the agreement that earlier papers account for. */
  earlier: z.object({
    returned: z.number().int().nonnegative(),
    writtenOff: z.number().int().nonnegative(),
    basts: z.array(text),
  }),
};
