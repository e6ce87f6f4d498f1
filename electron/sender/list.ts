/**
 * Makes the list with which data balikan is handed over: opens the envelopes, and puts what they hold on paper through the system's print
 * command or into a file that is locked before anybody gets it. Runs in a process of its own, without a disk, that ends afterwards.
 */
import { createHash, randomInt } from 'node:crypto';
import type { Failure, Result } from '../../native/failure.ts';
import {
  appFailure,
  balikanContent,
  handoverListText,
  type ListFrame,
  type ListItem,
  type ListOrder,
  type ListOutcome,
} from '../contract/index.ts';

export interface ListDeps {
  /** Key and envelope as they stand in the order, in base64. */
  open(key: ListOrder['key'], envelope: string): Result<Uint8Array>;
  print(text: string): Promise<Failure | undefined>;
  lock(frame: ListFrame, items: readonly ListItem[], password: string): Promise<Uint8Array>;
}

/** Without letters and digits that are taken for each other when they are read out. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const groups = 6;
const groupLength = 4;

/** 120 bits, drawn by lot: `K7QM-…`. */
function secret(): string {
  const letter = () => alphabet.charAt(randomInt(alphabet.length));
  const group = () => Array.from({ length: groupLength }, letter).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** Never rejects. Fails with ENVELOPE_UNREADABLE where nothing can be read, and with BALIKAN_LIST_NOT_PRINTED where nothing prints. */
export async function makeList(order: ListOrder, deps: ListDeps): Promise<ListOutcome> {
  try {
    const read = order.items.map((item) => itemOf(order, item, deps));
    const items = read.filter((item) => item !== undefined);
    const unreadable = read.flatMap((item, place) => (item === undefined ? [place] : []));
    if (items.length === 0) return failed(appFailure('ENVELOPE_UNREADABLE', 'list'));
    return order.medium === 'PAPER'
      ? await printed(order.frame, items, unreadable, deps)
      : await locked(order.frame, items, unreadable, deps);
  } catch (error) {
    // Its message could quote what is on the list.
    const detail = error instanceof Error ? error.name : typeof error;
    return failed(appFailure('BALIKAN_LIST_NOT_MADE', 'list', detail));
  }
}

async function printed(
  frame: ListFrame,
  items: readonly ListItem[],
  unreadable: number[],
  { print }: ListDeps,
): Promise<ListOutcome> {
  const text = handoverListText(frame, items, secret());
  const failure = await print(text);
  return failure === undefined
    ? { kind: 'MADE', sha256: sha256(text), unreadable }
    : failed(appFailure('BALIKAN_LIST_NOT_PRINTED', 'list', failure.detail));
}

async function locked(
  frame: ListFrame,
  items: readonly ListItem[],
  unreadable: number[],
  { lock }: ListDeps,
): Promise<ListOutcome> {
  const password = secret();
  const bytes = await lock(frame, items, password);
  return { kind: 'MADE', sha256: sha256(bytes), unreadable, file: { bytes, password } };
}

/** `undefined`: sealed to another key, or no item. */
function itemOf(
  { key }: ListOrder,
  { envelope, registrationNo, day }: ListOrder['items'][number],
  { open }: ListDeps,
): ListItem | undefined {
  const opened = open(key, envelope);
  if (!opened.ok) return undefined;
  try {
    const content = balikanContent.safeParse(JSON.parse(Buffer.from(opened.value).toString('utf8')));
    return content.success ? { ...content.data, registrationNo, day } : undefined;
  } catch {
    // No JSON: told by its place, because its text could be the NIK.
    return undefined;
  } finally {
    opened.value.fill(0);
  }
}

function failed(failure: Failure): ListOutcome {
  return { kind: 'FAILED', failure: { ...failure } };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
