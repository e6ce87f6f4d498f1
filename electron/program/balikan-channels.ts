/** How data balikan reaches Dukcapil under an agreement as it is now. */
import type { Agreements } from '../agreement/index.ts';
import { type BalikanChannel, endedStatuses } from '../contract/index.ts';
import type { Outbox } from '../outbox/index.ts';

export interface BalikanChannels {
  of(agreementId: string): BalikanChannel;
  isPushed(agreementId: string): boolean;
}

const channels = {
  PULL_BY_DUKCAPIL: 'PULL',
  MANUAL: 'MANUAL',
  NONE: 'MANUAL',
  PUSH_WEB_SERVICE: 'PUSH',
} as const;

/** What cannot be known is taken for pushed: then only what was refused or given up is handed over, and nothing goes out unasked. */
export function balikanChannels(
  agreements: Pick<Agreements, 'profile' | 'list' | 'connection'>,
  outbox: Pick<Outbox, 'heldBy'>,
): BalikanChannels {
  const hasService = (agreementId: string) => {
    const connection = agreements.connection(agreementId);
    return !connection.ok || connection.value?.dataBalikan !== undefined;
  };

  /**
   * For an agreement that is over nobody gets a token any more, and its profile stays as it is: what the service will not take, or what has none,
   * is left over and goes with a list. Until somebody has it sent again after all.
   */
  const isLeftOver = (agreementId: string): boolean => {
    const held = outbox.heldBy(agreementId);
    if (!held.ok || (held.value === undefined && hasService(agreementId))) return false;
    const rows = agreements.list();
    return (
      rows.ok && rows.value.some((row) => row.agreementId === agreementId && endedStatuses.has(row.status))
    );
  };
  const of = (agreementId: string): BalikanChannel => {
    const profile = agreements.profile(agreementId);
    const channel = profile.ok ? channels[profile.value.dataBalikan.mode] : 'PUSH';
    return channel === 'PUSH' && isLeftOver(agreementId) ? 'MANUAL' : channel;
  };
  return { of, isPushed: (agreementId) => of(agreementId) === 'PUSH' };
}
