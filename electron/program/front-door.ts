/**
 * The program before its keys are open: a first run that has none, a passphrase that is asked for, keys that only the recovery key
 * still opens. It answers little, and hands over to the office as soon as an installation stands.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import { declared } from '../../native/sensitive.ts';
import { type Answer, appFailure, type ShutHome } from '../contract/index.ts';
import { type KeyPair, newKeyPair, ready } from '../sealing/index.ts';
import { type Clock, type KeyWrapper, recoveryPair, recoveryText } from '../store/index.ts';
import type { Service } from '../window/index.ts';
import { type Installation, openInstallation, recoverInstallation, wrappingsOf } from './installation.ts';
import type { Preferences } from './preferences.ts';

export interface FrontDoorParts {
  readonly folder: string;
  readonly clock: Clock;
  readonly version: string;
  readonly preferences: Preferences;
  /** The key store of the operating system, where it has one. */
  readonly system: KeyWrapper | undefined;
  readonly passphrase: (passphrase: ReturnType<typeof declared<string>>) => KeyWrapper;
  readonly changed: () => void;
  /** An installation stands; nothing more is asked of this service. */
  readonly opened: (installation: Installation) => void;
}

type Gate = Extract<ShutHome['gate'], 'FIRST_KEYS' | 'PASSPHRASE' | 'KEYS_LOST'>;

/** What stands between this folder and its data. */
export function gateOf(folder: string): Gate {
  const kinds = wrappingsOf(folder);
  if (kinds === undefined) return 'FIRST_KEYS';
  return kinds.includes('passphrase') ? 'PASSPHRASE' : 'KEYS_LOST';
}

export function frontDoor(parts: FrontDoorParts): Service {
  const { folder, clock, preferences, system } = parts;

  function wrapper(passphrase: string | undefined): Result<KeyWrapper> {
    if (system !== undefined) return ok(system);
    if (passphrase === undefined) return failed(appFailure('KEYS_UNAVAILABLE', 'setup', 'no passphrase'));
    return ok(parts.passphrase(declared(passphrase)));
  }

  /** Told after the answer went out: the page shows a recovery key, and must not be replaced while it does. */
  function enter(installation: Result<Installation>): Answer<'setup.unlock'> {
    if (!installation.ok) return installation;
    parts.opened(installation.value);
    return ok(null);
  }

  return {
    refuse: () => undefined,
    handlers: {
      'home.state': () => ok(shut(parts, gateOf(folder))),
      'home.settings': (change) => {
        preferences.set({ ...change });
        parts.changed();
        return ok(null);
      },
      'setup.keys': async ({ passphrase }) => {
        if (gateOf(folder) !== 'FIRST_KEYS') return failed(appFailure('STEP_ORDER', 'setup.keys'));
        const chosen = wrapper(passphrase);
        if (!chosen.ok) return chosen;
        await ready();
        const recovery: KeyPair = newKeyPair();
        const made = enter(await openInstallation(folder, chosen.value, clock, recovery));
        return made.ok ? ok({ recoveryKey: recoveryText(recovery) }) : made;
      },
      'setup.unlock': async ({ passphrase }) =>
        enter(await openInstallation(folder, parts.passphrase(declared(passphrase)), clock)),
      'setup.recover': async ({ recoveryKey, passphrase }) => {
        const chosen = wrapper(passphrase);
        if (!chosen.ok) return chosen;
        await ready();
        const recovery = recoveryPair(recoveryKey);
        if (recovery === undefined) return failed(appFailure('KEYS_UNAVAILABLE', 'recovery key', 'mistyped'));
        return enter(await recoverInstallation(folder, chosen.value, clock, recovery));
      },
    },
  };
}

const off = { colour: 'off' } as const;

function shut({ version, preferences, system }: FrontDoorParts, gate: Gate): ShutHome {
  return {
    version,
    training: false,
    ...preferences.get(),
    lamps: { reader: off, sam: off, network: off },
    gate,
    institution: '',
    counter: '',
    samplePeople: [],
    ...(system === undefined ? { passphraseNeeded: true } : {}),
  };
}
