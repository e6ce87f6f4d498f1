/** What the visit page knows: the last view it was sent, and where the officer is within it. It dies with the page. */
import { create } from 'zustand';
import type { Intent, PageMessage, PageReply, VisitView } from '../../electron/contract/index.ts';
import { finalVisitStates } from '../../electron/contract/visit-state.ts';

/** A step within one state: the visit process need not know of it. */
export type Within =
  | 'typing'
  | 'second'
  | 'exception'
  | 'comparing'
  | 'agreed'
  | 'refused'
  | 'service'
  | undefined;

interface VisitPageState {
  readonly view: VisitView | undefined;
  readonly within: Within;
  readonly veiled: boolean;
  /** The officer was asked whether to end the visit. */
  readonly ending: boolean;
  /** The service form as it was last sent, for the case that saving has to be tried again. */
  readonly filled: Readonly<Record<string, string>> | undefined;
}

export const useVisit = create<VisitPageState>(() => ({
  view: undefined,
  within: undefined,
  veiled: false,
  ending: false,
  filled: undefined,
}));

let port: MessagePort | undefined;

export function connect(opened: MessagePort): void {
  port = opened;
  opened.addEventListener('message', (event: MessageEvent<PageMessage>) => receive(event.data));
  opened.start();
}

function receive(message: PageMessage): void {
  if (message.kind !== 'view') return;
  const { view } = message;
  // Where the visit stands, for whoever looks from outside – a test, an assistive tool – without any value.
  document.body.dataset.visitState = view.state;
  useVisit.setState((now) =>
    now.view?.state === view.state ? { view } : { view, within: undefined, ending: false },
  );
  if (finalVisitStates.has(view.state)) useVisit.setState({ filled: undefined });
}

function reply(message: PageReply): void {
  port?.postMessage(message);
}

export function send(intent: Intent): void {
  if (intent.kind === 'recordService') useVisit.setState({ filled: intent.fields });
  reply({ kind: 'intent', intent });
}

/** Tells that a view with the identity in it is on the screen, so that the tap can be timed to its end. */
export function tellRendered(state: string): void {
  reply({ kind: 'rendered', state, identity: true });
}

export function goWithin(within: Within): void {
  useVisit.setState({ within });
}

export function askToEnd(ending: boolean): void {
  useVisit.setState({ ending });
}

export function veil(veiled: boolean): void {
  useVisit.setState({ veiled });
}
