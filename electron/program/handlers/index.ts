/** What answers the pages once the office is open: every channel, guarded by who is signed in (contract/channels). */
import type { Failure } from '../../../native/failure.ts';
import { appFailure, type Channel, channels, may, maySee } from '../../contract/index.ts';
import type { Sessions } from '../../people/index.ts';
import type { Handlers, Service } from '../../window/index.ts';
import { agendaHandlers } from './agenda.ts';
import { counterHandlers } from './counter.ts';
import { custodyHandlers } from './custody.ts';
import { deviceTestHandlers } from './devices.ts';
import { evaluationHandlers } from './evaluation.ts';
import { homeStateHandler } from './home-state.ts';
import { officeHandlers } from './office.ts';
import { outboxHandlers } from './outbox.ts';
import { outboxListHandlers } from './outbox-lists.ts';
import { paperHandlers } from './papers.ts';
import type { ProgramParts } from './parts.ts';
import { reportHandlers } from './reports.ts';
import { returningHandlers } from './returning.ts';
import { sessionHandlers } from './session.ts';
import { setupHandlers } from './setup.ts';

/** Answered while there are no open keys, and by nobody after (front-door.ts). */
type OnlyAtTheDoor = 'setup.keys' | 'setup.unlock' | 'setup.recover';

export function officeService(parts: ProgramParts): Service {
  const { sessions } = parts.office.people;
  return {
    refuse: (channel) => refusal(sessions, channel),
    handlers: {
      ...homeStateHandler(parts),
      ...sessionHandlers(parts),
      ...setupHandlers(parts),
      ...officeHandlers(parts),
      ...paperHandlers(parts),
      ...counterHandlers(parts),
      ...custodyHandlers(parts),
      ...outboxHandlers(parts),
      ...outboxListHandlers(parts),
      ...agendaHandlers(parts),
      ...deviceTestHandlers(parts),
      ...reportHandlers(parts),
      ...evaluationHandlers(parts),
      ...returningHandlers(parts),
    } satisfies Omit<Handlers, OnlyAtTheDoor>,
  };
}

function refusal(sessions: Sessions, channel: Channel): Failure | undefined {
  const { who } = channels[channel];
  if (who === 'ANYBODY') return undefined;
  const acting = sessions.acting();
  if (!acting.ok) return acting.failure;
  if (who === 'SIGNED_IN') return undefined;
  const { roles } = acting.value;
  const allowed = 'do' in who ? may(roles, who.do) : maySee(roles, who.see);
  return allowed ? undefined : appFailure('NOT_PERMITTED', channel);
}
