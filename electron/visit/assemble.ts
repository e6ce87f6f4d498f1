/** Puts a visit together from its briefing: the reader pair, the gateway client, the sealer. The same for Electron and plain Node. */

import type { CardTransport } from '../../native/index.ts';
import { type ElementPart, partsOf, type VisitBriefing, type VisitState } from '../contract/index.ts';
import { closedNetworkWatch, createGatewayClient } from '../gateway/index.ts';
import { residentPrinter } from '../printer/index.ts';
import { createCardDesk } from './card-desk.ts';
import type { Clock, MainLink, Page, VisitParts } from './ports.ts';
import { createSealer } from './sealer.ts';
import { Visit } from './visit.ts';

export interface AssembledVisit {
  readonly visit: Visit;
  /** Lets go of readers and connections, the SAM still powered. */
  dispose(): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** What a proof plays in place of this computer's own, and what only a process of the program can have. */
export type Outside = Partial<Pick<VisitParts, 'clock' | 'inquirer' | 'printer'>>;

export function assembleVisit(
  briefing: VisitBriefing,
  transport: CardTransport,
  main: MainLink,
  page: Page,
  ended: (state: VisitState) => void,
  outside: Outside = {},
): AssembledVisit {
  const { clock = systemClock } = outside;
  const { agreement, connection } = briefing;
  const granted: readonly ElementPart[] = partsOf(agreement.elements.CARD_READER ?? []);
  const cards = createCardDesk({
    transport,
    sam: connection.sam,
    samRefused: briefing.samRefused,
    readers: connection.readers,
    granted,
    openWasRefused: briefing.samOpenRefused,
    ignorePresentCard: briefing.ignorePresentCard,
    now: clock.now,
  });
  const { gateway: profile, closedNetwork } = connection;
  const inquirer =
    outside.inquirer ??
    (profile === undefined
      ? closedNetworkWatch(closedNetwork)
      : createGatewayClient({ profile, closedNetwork, clock }));
  const sealer = createSealer(briefing.pepper);
  const printer = outside.printer ?? residentPrinter();
  const visit = new Visit(briefing, { clock, cards, inquirer, main, page, sealer, printer }, ended);
  return {
    visit,
    dispose: async () => {
      await Promise.all([cards.dispose(), visit.settled()]);
      inquirer.close();
    },
  };
}
