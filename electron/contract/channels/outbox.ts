/** What pages may ask about data balikan that is owed. */
import { z } from 'zod';
import {
  type HandingOver,
  listWanted,
  type OutboxDetail,
  type OutboxRow,
  outboxAct,
  outboxPage,
  type PreparedList,
} from '../balikan.ts';
import { channel, nothing } from './channel.ts';

export const outboxChannels = {
  'outbox.list': channel({ see: 'HANDLE_OUTBOX' }, outboxPage).answers<readonly OutboxRow[]>(),
  'outbox.detail': channel(
    { see: 'HANDLE_OUTBOX' },
    z.object({ itemId: z.string().max(64) }),
  ).answers<OutboxDetail>(),
  'outbox.act': channel({ do: 'HANDLE_OUTBOX' }, outboxAct),
  /** What waits to be handed over, and the lists that wait for a signature. */
  'outbox.handingOver': channel({ see: 'HANDLE_OUTBOX' }, nothing).answers<HandingOver>(),
  /** `null`: the dialog for the medium was closed. */
  'outbox.makeList': channel({ do: 'HANDLE_OUTBOX' }, listWanted).answers<PreparedList | null>(),
  'outbox.sendNow': channel({ do: 'HANDLE_OUTBOX' }, nothing),
};
