/** What pages may ask before and while this computer is set up. */
import { z } from 'zod';
import { loginName, newPassword, officeId } from '../office.ts';
import type { Role } from '../permissions.ts';
import { channel, nothing, password } from './channel.ts';

const personName = z.string().trim().min(1).max(120);

export const setupChannels = {
  /**
   * First run, first step: makes keys and database. The passphrase is needed only where the system has no key store; the recovery
   * key that comes back is to be written down and locked away, and is never shown again.
   */
  'setup.keys': channel('ANYBODY', z.object({ passphrase: newPassword.exactOptional() })).answers<{
    readonly recoveryKey: string;
  }>(),
  /** A program that was started before: the passphrase that opens its keys. */
  'setup.unlock': channel('ANYBODY', z.object({ passphrase: password })),
  /** The keyring or the passphrase is lost: the recovery key opens the keys, and they are wrapped for this computer anew. */
  'setup.recover': channel(
    'ANYBODY',
    z.object({
      recoveryKey: z.string().max(200),
      passphrase: newPassword.exactOptional(),
    }),
  ),
  /** First run, second step: the IT officer at the keyboard gets the first account. */
  'setup.firstOfficer': channel(
    'ANYBODY',
    z.object({
      name: personName,
      position: personName,
      login: loginName,
      password: newPassword,
    }),
  ),
  'setup.counter': channel(
    { do: 'SET_UP' },
    z.object({
      /** Stands in every entry of the audit log, which takes nothing that could be the number of a person. */
      name: z
        .string()
        .trim()
        .min(1)
        .max(40)
        .regex(/^(?!.*\d{15})/),
      /** Goes into registration numbers. */
      sign: z.string().regex(/^[A-Z0-9]{1,6}$/),
    }),
  ),
  /**
   * A file dialog of main's; the file holds the connection of this agreement and is checked before it replaces anything.
   * `null`: the dialog was closed.
   */
  'setup.connection': channel({ do: 'SET_UP' }, z.object({ agreementId: officeId })).answers<{
    readonly sha256: string;
  } | null>(),
  'setup.state': channel({ see: 'SET_UP' }, nothing).answers<SetupView>(),
  /** Ends practice and begins real work on this computer. */
  'setup.begin': channel('ANYBODY', nothing),
};

export const setupSteps = [
  'KEYS',
  'FIRST_OFFICER',
  'COUNTER',
  'HEAD',
  'ACCESS_MANAGER',
  'AGREEMENT_DRAFT',
  'AGREEMENT_SIGNED',
  'CONNECTION',
  'OPERATORS',
  'SPTJM',
  'AGREEMENT_ACTIVE',
  'AGREEMENT_CHOSEN',
  'FIRST_VISIT',
] as const;
export type SetupStep = (typeof setupSteps)[number];

export interface SetupView {
  readonly steps: readonly {
    readonly step: SetupStep;
    readonly done: boolean;
    readonly who: Role;
    /** What it rests on, or what is missing. */
    readonly detail: string;
    /** Place in the program where it is done. */
    readonly place: 'setup' | 'people' | 'agreements' | 'approvals' | 'start';
  }[];
  readonly counter: { readonly name: string; readonly sign: string };
  /** Agreements that give access and have not ended: each needs a connection of its own. */
  readonly connections: readonly {
    readonly agreementId: string;
    readonly number: string;
    readonly installed: boolean;
  }[];
}
