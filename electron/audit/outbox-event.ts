/** What the audit log says of data balikan: owed, settled, held, and what people did about single items. */
import type { BalikanEvent, BalikanStatus, ListMedium } from '../contract/index.ts';

export type OutboxEvent =
  | { readonly event: 'BALIKAN_QUEUED'; readonly itemId: string; readonly nikHash: string }
  | {
      readonly event: 'BALIKAN_SETTLED';
      readonly itemId: string;
      readonly outcome: string;
      readonly duplicate: boolean;
      readonly attempts: number;
      readonly failure?: string;
    }
  /** A person corrected, parked, retried or handed over an item (domain 4.5). */
  | {
      readonly event: 'BALIKAN_MOVED';
      readonly itemId: string;
      readonly by: BalikanEvent;
      readonly from: BalikanStatus;
      readonly to: BalikanStatus;
      readonly revision: number;
      /** Why, as somebody wrote it. */
      readonly reason?: string;
      /** Of the list with which it was handed over. */
      readonly listId?: string;
    }
  /** A list with NIKs was printed or written; what is on it waits for the signature. */
  | {
      readonly event: 'BALIKAN_LIST_MADE';
      readonly listId: string;
      readonly count: number;
      readonly medium: ListMedium;
      readonly sha256: string;
    }
  | { readonly event: 'BALIKAN_LISTED'; readonly listId: string; readonly count: number }
  | { readonly event: 'SENDING_STOPPED'; readonly failure: string }
  | { readonly event: 'SENDING_REOPENED' };
