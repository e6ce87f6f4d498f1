/** Data balikan, as the pages ask for it: what is owed, and what the access manager does where the program can do no more. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import type { AuditContext } from '../../audit/index.ts';
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
import type { ProgramParts } from './parts.ts';

type OutboxChannel = Extract<keyof Handlers, `outbox.${string}`>;
type Correction = Extract<OutboxAct, { act: 'CORRECT' }>;

const byPeople = balikanEvents.filter((event) => 'action' in balikanRules[event]);

export function outboxHandlers(parts: ProgramParts): Pick<Handlers, OutboxChannel> {
  const { installation, office, sender, changed } = parts;
  const { outbox, keys } = installation;
  const { agreements, people } = office;

  function actor(): Result<AuditContext> {
    const acting = people.sessions.acting();
    return acting.ok ? ok({ actor: acting.value.personId, counter: acting.value.counter }) : acting;
  }

  /** What cannot be known is taken for pushed: then only what was refused or given up is handed over. */
  function isPushed(agreementId: string): boolean {
    const profile = agreements.profile(agreementId);
    return !profile.ok || profile.value.dataBalikan.mode === 'PUSH_WEB_SERVICE';
  }

  function mayFollow({ status, agreementId }: OutboxDetail['row']): readonly BalikanEvent[] {
    const following = byPeople.filter((event) => nextBalikanStatus(status, event) !== undefined);
    return status === 'QUEUED' && isPushed(agreementId) ? [] : following;
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
      case 'HAND_OVER': {
        const { itemIds, list, receivedBy } = asked;
        return outbox.handOver({ itemIds, list, receivedBy, isPushed }, context);
      }
    }
  }

  return {
    'outbox.list': (page) => {
      const owing = outbox.agreements();
      return owing.ok
        ? outbox.list(
            page,
            owing.value.filter((agreementId) => !isPushed(agreementId)),
          )
        : owing;
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
      const owing = outbox.agreements();
      if (!owing.ok) return owing;
      for (const agreementId of owing.value) {
        const held = outbox.heldBy(agreementId);
        const reopened =
          held.ok && held.value !== undefined ? outbox.reopen(agreementId, context.value) : held;
        if (!reopened.ok) return reopened;
      }
      sender.sendNow();
      return ok(null);
    },
  };
}
