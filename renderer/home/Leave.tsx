/** At the foot of the rail: as what the person is here, and the two ways to go away: for a moment, or for good. */
import { IconLock, IconLogout, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { refreshHome, report } from '../preferences.ts';
import { keepFocus, keys, useKeys } from '../shell/index.ts';
import classes from './Leave.module.css';

async function leave(channel: 'session.lock' | 'session.signOut'): Promise<void> {
  if (report(await ask(channel, undefined))) await refreshHome();
}

export function Roles({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const roles = home.person.roles.map((role) => t(`people.roles.${role}`)).join(', ');
  return roles === '' ? home.counter : `${roles} · ${home.counter}`;
}

/** Practice has no passwords, so there is nothing to lock: one person goes and another comes. */
export function Leave({ training }: { training: boolean }) {
  const { t } = useTranslation();
  useKeys({ [keys.lock]: () => void leave('session.lock') }, { on: !training });
  const away = (
    <button type="button" onMouseDown={keepFocus} onClick={() => void leave('session.signOut')}>
      {training ? (
        <IconUserShare size={19} aria-hidden="true" />
      ) : (
        <IconLogout size={19} aria-hidden="true" />
      )}
      {t(training ? 'nav.change' : 'nav.signOut')}
    </button>
  );
  return (
    <div className={classes.leave}>
      {!training && (
        <button
          type="button"
          aria-keyshortcuts={keys.lock}
          onMouseDown={keepFocus}
          onClick={() => void leave('session.lock')}
        >
          <IconLock size={19} aria-hidden="true" />
          {t('nav.lock')} <kbd>{keys.lock}</kbd>
        </button>
      )}
      {away}
    </div>
  );
}
