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
  const { agreements, custody, people } = office;

  function chosen(): string | undefined {
    const id = agreements.chosen();
    return id.ok ? id.value : undefined;
  }

  function agreement(): AgreementProfile | undefined {
    const agreementId = chosen();
    const profile = agreementId === undefined ? undefined : agreements.profile(agreementId);
    return profile?.ok ? profile.value : undefined;
  }

  /** Once the books keep cards, the SAM in use here comes out of them and no longer out of the connection file. */
  function withSamOfBooks(agreementId: string, connection: ConnectionProfile): ConnectionProfile | undefined {
    const kept = custody.keepsInventory(agreementId);
    if (!kept.ok) return undefined;
    if (!kept.value) return connection;
    const { sam: _former, ...rest } = connection;
    const sam = custody.samHere(agreementId);
    return sam.ok && sam.value !== undefined ? { ...rest, sam: sam.value } : rest;
  }

  function connectionOf(agreementId: string): ConnectionProfile | undefined {
    const connection = training ? simulatedFor(agreementId) : installed(agreementId);
    return connection === undefined ? undefined : withSamOfBooks(agreementId, connection);
  }

  function simulatedFor(agreementId: string): ConnectionProfile | undefined {
    return agreementId === chosen() ? simulated() : undefined;
  }

  function installed(agreementId: string): ConnectionProfile | undefined {
    const connection = agreements.connection(agreementId);
    return connection.ok ? connection.value : undefined;
  }

  return {
    training,
    samples,
    counter: identity,
    agreement,
    connectionOf,
    samRefused: () => {
      const agreementId = chosen();
      return agreementId === undefined ? undefined : custody.refusedHere(agreementId);
    },
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
