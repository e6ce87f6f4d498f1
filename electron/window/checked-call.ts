/** A call of one of our pages: it may make it, the input fits the schema and a handler answers – or it gets a failure. */
import type { Failure } from '../../native/failure.ts';
import {
  type Answer,
  appFailure,
  type Channel,
  type ChannelInput,
  channels,
  type Page,
} from '../contract/index.ts';

export type Handlers = {
  readonly [C in Channel]: (input: ChannelInput<C>) => Promise<Answer<C>> | Answer<C>;
};

/** What answers at present: little while there are no keys, everything once the office is open. */
export interface Service {
  readonly handlers: Partial<Handlers>;
  /** Why whoever sits at the keyboard may not call this. */
  refuse(channel: Channel): Failure | undefined;
}

export function checkedCall(service: Service, page: Page, channel: unknown, input: unknown) {
  if (!isChannel(channel)) return refused('unknown channel');
  if (!channels[channel].pages.includes(page)) return refused(`${channel} is not for this page`);
  return call(service, channel, input);
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(channels, channel);
}

function call<C extends Channel>({ handlers, refuse }: Service, channel: C, input: unknown) {
  const parsed = channels[channel].input.safeParse(input);
  if (!parsed.success) return refused(`${channel}: input does not fit`);
  const handler: Handlers[C] | undefined = handlers[channel];
  const failure = refuse(channel) ?? (handler === undefined ? appFailure('STEP_ORDER', channel) : undefined);
  if (handler === undefined || failure !== undefined) return { ok: false, failure } as const;
  return handler(parsed.data as ChannelInput<C>);
}

export function refused(why: string): { ok: false; failure: Failure } {
  return { ok: false, failure: appFailure('MESSAGE_REFUSED', 'ipc', why) };
}
