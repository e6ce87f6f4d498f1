/**
 * Pages ↔ main: every channel, room by room. The one IPC wrapper in `window/` checks sender frame, origin and schema before any
 * handler runs, and the handlers' door checks who asks.
 */
import type { z } from 'zod';
import type { Failure } from '../../../native/failure.ts';
import { agendaChannels } from './agenda.ts';
import { agreementChannels } from './agreements.ts';
import { auditChannels } from './audit.ts';
import type { OutputOf, Page } from './channel.ts';
import { custodyChannels } from './custody.ts';
import { deskChannels } from './desk.ts';
import { deviceChannels } from './devices.ts';
import { homeChannels, type languages, type themes } from './home.ts';
import { incidentChannels } from './incidents.ts';
import { outboxChannels } from './outbox.ts';
import { paperChannels } from './papers.ts';
import { peopleChannels } from './people.ts';
import { recordChannels } from './records.ts';
import { reportChannels } from './reports.ts';
import { sessionChannels } from './session.ts';
import { setupChannels } from './setup.ts';
import { trainingChannels } from './training.ts';

export type { PickedProfile } from './agreements.ts';
export type { AuditRow } from './audit.ts';
export type { Page } from './channel.ts';
export type { ReaderRow } from './devices.ts';
export { type HomeState, languages, type OpenHome, type ShutHome, themes } from './home.ts';
export type { KeptRow } from './records.ts';
export { type SetupStep, type SetupView, setupSteps } from './setup.ts';
export { type Trouble, troubles } from './training.ts';

export const channels = {
  ...setupChannels,
  ...sessionChannels,
  ...agreementChannels,
  ...peopleChannels,
  ...paperChannels,
  ...agendaChannels,
  ...reportChannels,
  ...incidentChannels,
  ...recordChannels,
  ...deskChannels,
  ...homeChannels,
  ...deviceChannels,
  ...custodyChannels,
  ...outboxChannels,
  ...auditChannels,
  ...trainingChannels,
};
export type Channel = keyof typeof channels;
export type ChannelInput<C extends Channel> = z.infer<(typeof channels)[C]['input']>;
export type ChannelOutputs = { readonly [C in Channel]: OutputOf<(typeof channels)[C]> };

export type Answer<C extends Channel> =
  | { readonly ok: true; readonly value: ChannelOutputs[C] }
  | { readonly ok: false; readonly failure: Failure };

/** What the preload script puts on `window.ketuk`. The bridge is the same on every page; main decides by origin. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, input: ChannelInput<C>): Promise<Answer<C>>;
  /** Main says that home state changed; ask again. Returns the way to stop listening. */
  onChanged(listener: () => void): () => void;
  /** As the program was started with; for a page that stands before main can say how it is now. */
  readonly start: {
    readonly language: (typeof languages)[number];
    readonly theme: (typeof themes)[number];
    readonly training: boolean;
  };
  /** The page's MessagePort arrives as a `message` event with data `'ketuk-port'` on `window`. */
  readonly page: Page;
}
