/** The one way out of the page: the bridge that the preload script put on `window` (contract/channels). */
import type { Answer, Bridge, Channel, ChannelInput, VisitView } from '../electron/contract/index.ts';

declare global {
  interface Window {
    readonly ketuk: Bridge;
  }
}

export type Failure = NonNullable<VisitView['failure']>;

export function ask<C extends Channel>(channel: C, input: ChannelInput<C>): Promise<Answer<C>> {
  return window.ketuk.invoke(channel, input);
}
