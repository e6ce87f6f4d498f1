import { describe, expect, it } from 'vitest';
import { channels } from '../../electron/contract/channels/index.ts';
import { firstOfficer, newPassphrase, newPassword, recoveryWithPassphrase } from './checks.ts';

const officer = {
  name: 'Coba Hartono',
  position: 'Pranata Komputer',
  login: 'coba.hartono',
  password: 'sandi contoh 1',
  again: 'sandi contoh 1',
};

describe('the checks of the door', () => {
  it('let through only what main takes', () => {
    const good = [
      ['setup.firstOfficer', firstOfficer.safeParse(officer)],
      [
        'setup.keys',
        newPassphrase.safeParse({ passphrase: 'frasa sandi contoh', again: 'frasa sandi contoh' }),
      ],
      [
        'session.newPassword',
        newPassword.safeParse({ current: 'x', next: 'sandi contoh', again: 'sandi contoh' }),
      ],
      [
        'setup.recover',
        recoveryWithPassphrase.safeParse({
          recoveryKey: 'AAAA',
          passphrase: '1234567890',
          again: '1234567890',
        }),
      ],
    ] as const;
    for (const [channel, checked] of good) {
      expect(checked.success, channel).toBe(true);
      if (checked.success)
        expect(channels[channel].input.safeParse(checked.data).success, channel).toBe(true);
    }
  });

  it('stop what main would refuse, and name the field', () => {
    const bad = [
      [{ ...officer, login: 'Coba' }, 'login'],
      [{ ...officer, login: '1coba' }, 'login'],
      [{ ...officer, name: '  ' }, 'name'],
      [{ ...officer, password: '123456789', again: '123456789' }, 'password'],
      [{ ...officer, again: 'sandi contoh 2' }, 'again'],
    ] as const;
    for (const [draft, field] of bad) {
      const checked = firstOfficer.safeParse(draft);
      expect(checked.success ? [] : checked.error.issues.map(({ path }) => path[0])).toEqual([field]);
    }
  });
});
