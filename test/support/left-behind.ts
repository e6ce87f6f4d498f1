/** The books a program left behind, opened as the next start would open them. */
import { type Installation, openInstallation } from '../../electron/program/installation.ts';
import { passphraseWrapper, systemClock } from '../../electron/store/index.ts';
import { declared } from '../../native/sensitive.ts';
import { passphrase } from './world.ts';

export async function leftBehind<T>(dataFolder: string, look: (installation: Installation) => T): Promise<T> {
  const opened = await openInstallation(dataFolder, passphraseWrapper(declared(passphrase)), systemClock);
  if (!opened.ok) throw new Error(opened.failure.code);
  try {
    return look(opened.value);
  } finally {
    opened.value.close();
  }
}
