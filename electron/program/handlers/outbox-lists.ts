/**
 * Lists for a hand-over as the pages ask for them: made in a process of their own, printed there or written enciphered to a medium of
 * somebody's choice, and on record only once that has gone well. Main knows what is on them by number alone.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { failed, ok, type Result } from '../../../native/failure.ts';
import { localDay } from '../../calendar/index.ts';
import {
  type Acting,
  type AgreementProfile,
  appFailure,
  type HandingOver,
  type ListOrder,
  type ListOutcome,
  type ListWanted,
  type OutboxAct,
  type PreparedList,
} from '../../contract/index.ts';
import { accessesWithoutService } from '../../report/index.ts';
import { toBase64, toWirePair } from '../../sealing/index.ts';
import type { Handlers } from '../../window/index.ts';
import { balikanChannels } from '../balikan-channels.ts';
import { medium } from '../medium.ts';
import type { ProgramParts } from './parts.ts';

type ListChannel = 'outbox.handingOver' | 'outbox.makeList';
type Signed = Extract<OutboxAct, { act: 'HAND_OVER' }>;
type Made = Extract<ListOutcome, { kind: 'MADE' }>;

export type ListParts = Pick<
  ProgramParts,
  'installation' | 'office' | 'setting' | 'desk' | 'makeList' | 'saveAs' | 'changed'
>;

/** A place on a medium, for a list that does not go to the printer. */
type Place = string | null;

export function outboxListHandlers(parts: ListParts): Pick<Handlers, ListChannel> {
  const { installation, office, setting, desk, saveAs, changed } = parts;
  const { outbox, keys, clock } = installation;
  const { agreements, people } = office;
  const channels = balikanChannels(agreements, outbox);

  function handingOver(): Result<HandingOver> {
    const rows = agreements.list();
    if (!rows.ok) return rows;
    const waiting: HandingOver['waiting'][number][] = [];
    for (const { agreementId, numbers } of rows.value) {
      const channel = channels.of(agreementId);
      const items = outbox.toHandOver({ agreementId, isPushed: channel === 'PUSH' });
      if (!items.ok) return items;
      if (items.value > 0) waiting.push({ agreementId, number: numbers.party2, channel, items: items.value });
    }
    const lists = outbox.unsigned(channels.isPushed);
    if (!lists.ok) return lists;
    const withoutService = unserved();
    return withoutService.ok
      ? ok({ waiting, lists: lists.value, withoutService: withoutService.value })
      : withoutService;
  }

  /** Under the agreement in use, since the semester began. */
  function unserved(): Result<number> {
    const agreement = setting.agreement();
    if (agreement === undefined) return ok(0);
    const { profileId, timeZone: zone } = agreement;
    const today = localDay(clock.now(), zone);
    const from = `${today.slice(0, 4)}-${today.slice(5, 7) <= '06' ? '01' : '07'}-01`;
    return installation.store.read((reader) =>
      accessesWithoutService(reader, profileId, from, today, zone).reduce((sum, { n }) => sum + n, 0),
    );
  }

  /** Why nothing may be given out now. */
  function hindrance({ agreementId, request }: ListWanted): Result<AgreementProfile> {
    const stopped = desk.emergency() ?? desk.clockFailure();
    if (stopped !== undefined) return failed(stopped);
    if (channels.of(agreementId) === 'PULL' && request === undefined) {
      return failed(appFailure('BALIKAN_REQUEST_MISSING', 'list'));
    }
    return agreements.profile(agreementId);
  }

  async function make(
    wanted: ListWanted,
    place: Place,
    { personId: actor, counter }: Acting,
  ): Promise<Result<PreparedList>> {
    const profile = hindrance(wanted);
    if (!profile.ok) return profile;
    const { agreementId, number, request } = wanted;
    const agreement = { agreementId, isPushed: channels.isPushed(agreementId) };
    const items = outbox.toList(agreement, wanted.itemIds);
    if (!items.ok) return items;
    const order = orderOf(wanted, profile.value, items.value);
    const outcome = await parts.makeList(order);
    if (outcome.kind === 'FAILED') return failed(outcome.failure);
    const written = writtenTo(place, outcome);
    if (!written.ok) return written;
    const left = new Set(outcome.unreadable);
    const listed = outbox.listed(
      {
        listId: randomUUID(),
        agreement,
        number,
        medium: wanted.medium,
        sha256: outcome.sha256,
        request: request ?? null,
        items: items.value.filter((_, place) => !left.has(place)),
      },
      { actor, counter },
    );
    if (!listed.ok) return listed;
    return ok({
      ...listed.value,
      password: outcome.file?.password ?? null,
      fileName: place === null ? null : basename(place),
      unreadable: items.value.filter((_, at) => left.has(at)).map(({ registrationNo }) => registrationNo),
    });
  }

  function orderOf(
    { medium: on, number, request }: ListWanted,
    profile: AgreementProfile,
    items: readonly {
      readonly envelope: Uint8Array;
      readonly registrationNo: string;
      readonly createdAt: number;
    }[],
  ): ListOrder {
    const { party1, party2 } = profile.parties;
    return {
      kind: 'LIST',
      medium: on,
      key: toWirePair(keys.outbox),
      items: items.map(({ envelope, registrationNo, createdAt }) => ({
        envelope: toBase64(envelope),
        registrationNo,
        day: localDay(createdAt, profile.timeZone),
      })),
      frame: {
        number,
        day: localDay(clock.now(), profile.timeZone),
        agreement: profile.numbers,
        from: party2.name,
        to: party1.name,
        request: request ?? null,
        training: setting.training,
      },
    };
  }

  return {
    'outbox.handingOver': handingOver,
    'outbox.makeList': async (wanted) => {
      const before = people.sessions.acting();
      if (!before.ok) return before;
      const possible = hindrance(wanted);
      if (!possible.ok) return possible;
      const place = await placeFor(wanted, saveAs);
      if (place === undefined) return ok(null);
      // A dialog may stand open for an hour: who asked has to be there still.
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      if (acting.value.personId !== before.value.personId) return failed(appFailure('NOT_SIGNED_IN', 'list'));
      const made = await make(wanted, place, acting.value);
      changed();
      return made;
    },
  };
}

/** `undefined`: the dialog was closed. */
async function placeFor(
  { medium: on, number }: ListWanted,
  saveAs: ListParts['saveAs'],
): Promise<Place | undefined> {
  if (on === 'PAPER') return null;
  const name = `data-balikan-${number.replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`;
  return saveAs({ title: 'Daftar data balikan', name, kind: 'PDF' });
}

/** Read back from the medium, before anybody is told that it is there. */
function writtenTo(place: Place, { file }: Made): Result<unknown> {
  if (place === null || file === undefined) return ok(undefined);
  const arrived = medium.write(place, file.bytes).ok ? medium.read(place) : undefined;
  return arrived?.ok && Buffer.compare(arrived.value, file.bytes) === 0
    ? ok(undefined)
    : failed(appFailure('BALIKAN_LIST_NOT_MADE', 'list', 'medium'));
}

/** What is wrong with the day on which a list is said to have been signed. */
export function signedOnWrong(
  { signedOn }: Signed,
  preparedOn: string,
  today: string,
): Result<never> | undefined {
  if (signedOn > today) return failed(appFailure('DATE_AHEAD', 'list', undefined, { tanggal: signedOn }));
  if (signedOn >= preparedOn) return undefined;
  return failed(
    appFailure('DATES_CONTRADICT', 'list', undefined, { tanggal: signedOn, sebelum: preparedOn }),
  );
}
