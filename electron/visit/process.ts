/**
 * Entry of the visit process: takes its briefing from main and its page's port, runs one visit, and ends with it. It opens no
 * file for writing and outlives nobody.
 */
import type { Failure } from '../../native/failure.ts';
import {
  createPcscTransport,
  createVirtualTransport,
  type SlotPort,
  slotsBehind,
} from '../../native/index.ts';
import {
  type FromVisit,
  type PageMessage,
  pageReply,
  toVisit,
  type VisitBriefing,
} from '../contract/index.ts';
import { inPaperProcess, type PaperPort, residentPrinter } from '../printer/index.ts';
import { ready } from '../sealing/index.ts';
import { type AssembledVisit, assembleVisit, systemClock } from './assemble.ts';
import { PostedMainLink } from './main-link.ts';

/** Letting go of a hanging reader must not keep a finished visit in memory. */
const farewellMs = 1500;

const { parentPort } = process;
const main = new PostedMainLink((message) => parentPort.postMessage(message));

let assembled: AssembledVisit | undefined;
let page: SlotPort | undefined;
let lastView: PageMessage | undefined;
/** Main answers every one, in their order. */
const askedForPaper: ((port: PaperPort | undefined) => void)[] = [];

function show(message: PageMessage): void {
  lastView = message;
  page?.postMessage(message);
}

async function begin(briefing: VisitBriefing, cardsPort: SlotPort | undefined): Promise<void> {
  const [slots] = await Promise.all([cardsPort === undefined ? undefined : slotsBehind(cardsPort), ready()]);
  const transport = slots === undefined ? createPcscTransport() : createVirtualTransport(slots);
  assembled = assembleVisit(
    briefing,
    transport,
    main,
    { show: (view) => show({ kind: 'view', view }) },
    leave,
    { printer: residentPrinter(inPaperProcess(paperPort, systemClock.after)) },
  );
  assembled.visit.start();
}

function paperPort(): Promise<PaperPort | undefined> {
  return new Promise((resolve) => {
    askedForPaper.push(resolve);
    parentPort.postMessage({ kind: 'askPaper' } satisfies FromVisit);
  });
}

function leave(): void {
  lastView = undefined;
  // Main ends the process once it has read its last words; a process that ended itself might take them along.
  setTimeout(() => process.exit(0), farewellMs);
  void assembled?.dispose().then(() => main.tell({ kind: 'released' }));
}

function attach(port: SlotPort): void {
  page = port;
  port.on('message', ({ data }) => {
    const reply = pageReply.safeParse(data);
    // A page that says something unknown is ignored: it can ask for nothing that has no name.
    if (!reply.success || assembled === undefined) return;
    if (reply.data.kind === 'intent') void assembled.visit.act(reply.data.intent);
    else if (reply.data.identity) assembled.visit.identityRendered();
  });
  port.start();
  if (lastView !== undefined) port.postMessage(lastView);
}

parentPort.on('message', ({ data, ports }) => {
  const message = toVisit.parse(data);
  const port = ports[0];
  switch (message.kind) {
    case 'begin':
      void begin(message.briefing, port);
      return;
    case 'page':
      if (port !== undefined) attach(port);
      return;
    case 'paper':
      askedForPaper.shift()?.(port);
      return;
    case 'permit':
    case 'recordKey':
    case 'stored':
      main.receive(message);
      return;
    case 'serviceChanged':
      assembled?.visit.serviceChanged(message.serviceCode);
      return;
    case 'cosigned':
      void assembled?.visit.cosigned(message.cosigning);
      return;
    case 'halted':
      assembled?.visit.halt(message.failure as Failure);
      return;
    case 'stop':
      if (assembled === undefined) process.exit(0);
      assembled.visit.stop();
  }
});
