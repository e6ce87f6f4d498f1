/** The door of the outbox. */

export { LONGEST_WAIT, MAX_ATTEMPTS, waitAfter } from './back-off.ts';
export type { ListForPaper } from './lists.ts';
export { type NewItem, type Outbox, outbox, type PickedItem } from './outbox.ts';
export { type OutboxSender, outboxSender, type SenderPorts, type SendRoute } from './sender.ts';
