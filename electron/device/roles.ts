/** Which reader is for what: as it was found by asking, else as it was pinned, else as its name says. */
import { hintOf, type ReaderStatus } from '../../native/index.ts';
import type { DeviceTestOrder, TestedReader } from '../contract/index.ts';

interface FoundReaders {
  readonly sam?: string | undefined;
  readonly card?: string | undefined;
}

export function withRoles(
  readers: readonly ReaderStatus[],
  pinned: DeviceTestOrder['readers'],
  found: FoundReaders,
): TestedReader[] {
  const sam = found.sam ?? pinned.sam;
  const card = found.card ?? pinned.card;
  return readers.map(({ name, cardPresent }) => {
    const hint = hintOf(name);
    const isSam = sam === undefined ? hint === 'sam' : name === sam;
    const isCard = card === undefined ? hint === 'chip' : name === card;
    return { name, cardPresent, role: isSam ? 'SAM' : isCard ? 'CARD' : 'NONE' };
  });
}
