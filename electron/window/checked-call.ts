/** A call that this page may make: its input fits the schema and it goes to its handler, or it is answered with a failure. */
import type { Failure } from '../../native/failure.ts';
import { type Answer, appFailure, type Channel, type ChannelInput, channels } from '../contract/index.ts';

export type Handlers = {
  readonly [C in Channel]: (input: ChannelInput<C>) => Promise<Answer<C>> | Answer<C>;
};

/** What answers at present: little while there are no keys, everything once the office is open. */
export interface Service {
  readonly handlers: Partial<Handlers>;
  /** Why whoever sits at the keyboard may not call this. */
  refuse(channel: Channel): Failure | undefined;
}

export function checkedCall<C extends Channel>({ handlers, refuse }: Service, channel: C, input: unknown) {
  const parsed = channels[channel].safeParse(input);
  if (!parsed.success) return refused(`${channel}: input does not fit`);
  const handler: Handlers[C] | undefined = handlers[channel];
  const failure = refuse(channel) ?? (handler === undefined ? appFailure('STEP_ORDER', channel) : undefined);
  if (handler === undefined || failure !== undefined) return { ok: false, failure } as const;
  return handler(parsed.data as ChannelInput<C>);
}

export function refused(why: string): { ok: false; failure: Failure } {
  return { ok: false, failure: appFailure('MESSAGE_REFUSED', 'ipc', why) };
}
