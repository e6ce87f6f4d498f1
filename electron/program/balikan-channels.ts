/** How data balikan reaches Dukcapil under an agreement as it is now. */
import type { Agreements } from '../agreement/index.ts';
import type { BalikanChannel } from '../contract/index.ts';

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
export function balikanChannels(agreements: Pick<Agreements, 'profile'>): BalikanChannels {
  const of = (agreementId: string): BalikanChannel => {
    const profile = agreements.profile(agreementId);
    return profile.ok ? channels[profile.value.dataBalikan.mode] : 'PUSH';
  };
  return { of, isPushed: (agreementId) => of(agreementId) === 'PUSH' };
}
