/** Under what this counter serves now: put together from the rooms of agreements and people each time it is asked. */
import type { AgreementProfile, ConnectionProfile } from '../contract/index.ts';
import type { CounterIdentity } from './counter-identity.ts';
import type { CounterSetting } from './counter-setting.ts';
import type { Office } from './office.ts';

export interface OfficeSetting extends CounterSetting {
  connectionOf(agreementId: string): ConnectionProfile | undefined;
  /** Zone of the agreement, or of the computer while there is none. */
  zone(): string;
}

interface Sources {
  readonly office: Office;
  readonly identity: CounterIdentity;
  readonly training: boolean;
  readonly samples: boolean;
  /** The way to the simulators of training mode, once they are up. */
  readonly simulated: () => ConnectionProfile | undefined;
}

export function settingOf({ office, identity, training, samples, simulated }: Sources): OfficeSetting {
  const { agreements, people } = office;

  function chosen(): string | undefined {
    const id = agreements.chosen();
    return id.ok ? id.value : undefined;
  }

  function agreement(): AgreementProfile | undefined {
    const agreementId = chosen();
    const profile = agreementId === undefined ? undefined : agreements.profile(agreementId);
    return profile?.ok ? profile.value : undefined;
  }

  function connectionOf(agreementId: string): ConnectionProfile | undefined {
    if (training) return agreementId === chosen() ? simulated() : undefined;
    const connection = agreements.connection(agreementId);
    return connection.ok ? connection.value : undefined;
  }

  return {
    training,
    samples,
    counter: identity,
    agreement,
    connectionOf,
    connection: () => {
      const agreementId = chosen();
      return agreementId === undefined ? undefined : connectionOf(agreementId);
    },
    officer: () => {
      const session = people.sessions.current();
      return session?.state === 'OPEN' ? { id: session.personId, name: session.name } : undefined;
    },
    zone: () => agreement()?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
