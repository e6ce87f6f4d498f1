/**
 * The one IPC wrapper. Every call from a page passes here: known channel, top frame of a page of ours, a page that may use
 * that channel, and input that fits the schema – or it is answered with a failure and goes no further.
 */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Channel } from '../contract/index.ts';
import type { Service } from './checked-call.ts';
import { parseAddress, scheme } from './scheme.ts';

type PageKind = 'home' | 'visit' | 'record';

const everywhere: readonly PageKind[] = ['home', 'visit', 'record'];
const home: readonly PageKind[] = ['home'];
const counter: readonly PageKind[] = ['home', 'visit'];

/** Which pages may use which channel. The page of a visit needs little, and what it cannot name it cannot ask for. */
const pagesOf: Readonly<Record<Channel, readonly PageKind[]>> = {
  'setup.keys': home,
  'setup.unlock': home,
  'setup.recover': home,
  'setup.firstOfficer': home,
  'setup.counter': home,
  'setup.connection': home,
  'setup.state': home,
  'setup.begin': home,
  'session.signIn': home,
  'session.practise': home,
  'session.unlock': home,
  'session.lock': everywhere,
  'session.signOut': everywhere,
  'session.newPassword': home,
  'session.acknowledge': home,
  'agreements.list': home,
  'agreements.detail': home,
  'agreements.act': home,
  'agreements.pickProfile': home,
  'agreements.samples': home,
  'proposals.list': home,
  'proposals.decide': home,
  'people.list': home,
  'people.act': home,
  'scans.pick': home,
  'papers.start': home,
  'papers.preview': home,
  'papers.pages': home,
  'papers.make': home,
  'papers.record': home,
  'papers.printers': home,
  'papers.print': home,
  'papers.attach': home,
  'papers.scan': home,
  'papers.list': home,
  'papers.save': home,
  'agenda.view': home,
  'agenda.act': home,
  'agenda.installHolidays': home,
  'reports.morning': home,
  'reports.list': home,
  'reports.act': home,
  'reports.figures': home,
  'reports.saveCsv': home,
  'reports.savePeriodCsv': home,
  'evaluation.begin': home,
  'evaluation.view': home,
  'incidents.list': home,
  'incidents.act': home,
  'requests.list': home,
  'requests.act': home,
  'desk.emergencyStop': everywhere,
  'desk.liftEmergencyStop': everywhere,
  'desk.acceptClock': home,
  'visit.cosign': ['visit'],
  'home.state': everywhere,
  'home.settings': everywhere,
  'home.selectService': counter,
  'counter.open': everywhere,
  'counter.leave': everywhere,
  'devices.list': home,
  'devices.retrySam': counter,
  'configuration.return': home,
  'configuration.unfinished': home,
  'deviceTest.start': home,
  'deviceTest.stop': home,
  'deviceTest.view': home,
  'deviceTest.saveReport': home,
  'custody.view': home,
  'custody.history': home,
  'custody.act': home,
  'custody.importConfiguration': home,
  'outbox.list': home,
  'outbox.detail': home,
  'outbox.act': home,
  'outbox.handingOver': home,
  'outbox.makeList': home,
  'outbox.sendNow': home,
  'kept.list': home,
  'kept.open': home,
  'audit.list': home,
  'audit.export': home,
  'inquiries.reopen': counter,
  'training.tap': counter,
  'training.remove': counter,
  'training.trouble': counter,
};

/** Pages may ask before anything is open; they are answered as soon as there is a service. */
export function serveCalls(service: () => Promise<Service>): void {
  ipcMain.handle('ketuk', (event, channel: unknown, input: unknown) =>
    answer(service, event, channel, input),
  );
}

async function answer(
  service: () => Promise<Service>,
  { senderFrame: frame }: IpcMainInvokeEvent,
  channel: unknown,
  input: unknown,
) {
  // Found out at once: a frame that is gone when the answer is ready no longer says where it was.
  const page = frame !== null && frame.parent === null ? pageKind(frame.url) : undefined;
  const serving = await service();
  // Loaded with the first answer: the schemas of all channels would keep the window waiting.
  const { checkedCall, refused } = await import('./checked-call.ts');
  if (!isChannel(channel)) return refused('unknown channel');
  if (page === undefined) return refused('not the top frame of a page of ours');
  if (!pagesOf[channel].includes(page)) return refused(`${channel} is not for this page`);
  return checkedCall(serving, channel, input);
}

export function pageKind(address: string): PageKind | undefined {
  const url = parseAddress(address);
  if (url?.protocol !== `${scheme}:`) return undefined;
  if (url.host === 'beranda') return 'home';
  if (/^kunjungan-[a-z0-9-]+$/.test(url.host)) return 'visit';
  if (/^arsip-[a-z0-9-]+$/.test(url.host)) return 'record';
  return undefined;
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(pagesOf, channel);
}
