/** At the foot of the rail: as what the person is here, and the two ways to go away: for a moment, or for good. */
import { IconLogout, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { refreshHome, report } from '../preferences.ts';
import { keepFocus, LockButton } from '../shell/index.ts';

async function signOut(): Promise<void> {
  if (report(await ask('session.signOut', undefined))) await refreshHome();
}

export function Roles({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const roles = home.person.roles.map((role) => t(`people.roles.${role}`)).join(', ');
  return roles === '' ? home.counter : `${roles} · ${home.counter}`;
}

/** Practice has no passwords, so there is nothing to lock: one person goes and another comes. */
export function Leave({ training }: { training: boolean }) {
  const { t } = useTranslation();
  const away = (
    <button type="button" onMouseDown={keepFocus} onClick={() => void signOut()}>
      {training ? (
        <IconUserShare size={19} aria-hidden="true" />
      ) : (
        <IconLogout size={19} aria-hidden="true" />
      )}
      {t(training ? 'nav.change' : 'nav.signOut')}
    </button>
  );
  return (
    <>
      {!training && <LockButton />}
      {away}
    </>
  );
}
