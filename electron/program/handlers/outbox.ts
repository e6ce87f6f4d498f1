/** Data balikan, as the pages ask for it: what is owed, and what the access manager does where the program can do no more. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import type { AuditContext } from '../../audit/index.ts';
import { localDay } from '../../calendar/index.ts';
import {
  appFailure,
  type BalikanEvent,
  balikanEvents,
  balikanParam,
  balikanRules,
  type ChannelInput,
  nextBalikanStatus,
  type OutboxAct,
  type OutboxDetail,
  serviceFields,
} from '../../contract/index.ts';
import { fromBase64, toBase64, toWirePair } from '../../sealing/index.ts';
import type { Handlers } from '../../window/index.ts';
import { balikanChannels } from '../balikan-channels.ts';
import { signedOnWrong } from './outbox-lists.ts';
import type { ProgramParts } from './parts.ts';

type OutboxChannel = 'outbox.list' | 'outbox.detail' | 'outbox.act' | 'outbox.sendNow';
type Correction = Extract<OutboxAct, { act: 'CORRECT' }>;

const byPeople = balikanEvents.filter((event) => 'action' in balikanRules[event]);

export function outboxHandlers(parts: ProgramParts): Pick<Handlers, OutboxChannel> {
  const { installation, office, sender, changed } = parts;
  const { outbox, keys } = installation;
  const { agreements, people } = office;
  const channels = balikanChannels(agreements, outbox);

  function actor(): Result<AuditContext> {
    const acting = people.sessions.acting();
    return acting.ok ? ok({ actor: acting.value.personId, counter: acting.value.counter }) : acting;
  }

  /** Agreements under which something waits for a person, and not for a web service. */
  function unpushed(): Result<readonly string[]> {
    const owing = outbox.agreements();
    return owing.ok ? ok(owing.value.filter((agreementId) => !channels.isPushed(agreementId))) : owing;
  }

  function mayFollow({
    status,
    agreementId,
  }: Pick<OutboxDetail['row'], 'status' | 'agreementId'>): readonly BalikanEvent[] {
    const following = byPeople.filter((event) => nextBalikanStatus(status, event) !== undefined);
    return status === 'QUEUED' && channels.isPushed(agreementId) ? [] : following;
  }

  function detail(itemId: string): Result<OutboxDetail> {
    const found = outbox.find(itemId);
    if (!found.ok) return found;
    const { profileVersion, ...item } = found.value;
    const profile = agreements.profile(item.row.agreementId, profileVersion);
    if (!profile.ok) return profile;
    const { serviceCode, registrationNo } = item.row;
    return ok({
      ...item,
      row: { ...item.row, channel: channels.of(item.row.agreementId) },
      fields: serviceFields(profile.value, serviceCode, registrationNo),
      may: mayFollow(item.row),
    });
  }

  /** Main hands on what was corrected and the sealed rest; the NIK is seen by the process that seals it again, and by nobody else. */
  async function correct({ itemId, changes }: Correction, context: AuditContext): Promise<Result<unknown>> {
    const known = detail(itemId);
    if (!known.ok) return known;
    const fields = known.value.fields.filter(({ code }) => (changes[code] ?? '').trim() !== '');
    const param = balikanParam(fields, changes);
    if (!param.ok) return param;
    if (fields.length === 0)
      return failed(appFailure('BALIKAN_FIELD_INVALID', 'correction', 'nothing is changed'));
    const correctable = outbox.correctable(itemId);
    if (!correctable.ok) return correctable;
    const outcome = await parts.correctBalikan({
      kind: 'CORRECT',
      envelope: toBase64(correctable.value.envelope),
      key: toWirePair(keys.outbox),
      param: param.value,
      pepper: toBase64(keys.pepper),
    });
    if (outcome.kind === 'FAILED') return failed(outcome.failure);
    const { envelope, formerHash } = outcome;
    const corrected = {
      ...correctable.value,
      envelope: fromBase64(envelope),
      formerHash,
      fields: fields.map(({ code }) => code),
    };
    return outbox.correct(corrected, context);
  }

  /** The list came back signed, on a day between its making and today. */
  function signed(asked: Extract<OutboxAct, { act: 'HAND_OVER' }>, context: AuditContext): Result<unknown> {
    const lists = outbox.unsigned(channels.isPushed);
    if (!lists.ok) return lists;
    const made = lists.value.find(({ listId }) => listId === asked.listId);
    if (made === undefined) return failed(appFailure('BALIKAN_LIST_OUTDATED', 'outbox'));
    const profile = agreements.profile(made.agreementId);
    if (!profile.ok) return profile;
    const day = (at: number) => localDay(at, profile.value.timeZone);
    const wrong = signedOnWrong(asked, day(made.preparedAt), day(installation.clock.now()));
    const { listId, signedOn, receivedBy } = asked;
    const { isPushed } = channels;
    return wrong ?? outbox.handOver({ listId, signedOn, receivedBy, isPushed }, context);
  }

  function act(
    asked: ChannelInput<'outbox.act'>,
    context: AuditContext,
  ): Promise<Result<unknown>> | Result<unknown> {
    switch (asked.act) {
      case 'CORRECT':
        return correct(asked, context);
      case 'PARK':
        return outbox.park(asked.itemId, asked.reason, context);
      case 'RETRY':
        return outbox.retry(asked.itemId, context);
      case 'HAND_OVER':
        return signed(asked, context);
    }
  }

  return {
    'outbox.list': (page) => {
      const handedOver = page.open === true ? unpushed() : ok([]);
      if (!handedOver.ok) return handedOver;
      const rows = outbox.list(page, handedOver.value);
      return rows.ok
        ? ok(rows.value.map((row) => ({ ...row, channel: channels.of(row.agreementId) })))
        : rows;
    },
    'outbox.detail': ({ itemId }) => detail(itemId),
    'outbox.act': async (asked) => {
      const context = actor();
      if (!context.ok) return context;
      const done = await act(asked, context.value);
      changed();
      return done.ok ? ok(null) : done;
    },
    'outbox.sendNow': () => {
      const context = actor();
      if (!context.ok) return context;
      const again = outbox.retryGivenUp(context.value);
      if (!again.ok) return again;
      const owing = outbox.agreements();
      if (!owing.ok) return owing;
      for (const agreementId of owing.value) {
        const held = outbox.heldBy(agreementId);
        const reopened =
          held.ok && held.value !== undefined ? outbox.reopen(agreementId, context.value) : held;
        if (!reopened.ok) return reopened;
      }
      sender.sendNow();
      changed();
      return ok(null);
    },
  };
}
