/** Locks the screen for who goes away for a moment. What a visit shows is wiped; practice has no passwords and nothing to lock. */
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { refreshHome, report } from '../preferences.ts';
import { keepFocus } from './keep-focus.ts';
import { keys } from './key-map.ts';
import { useKeys } from './use-keys.ts';

async function lock(): Promise<void> {
  if (report(await ask('session.lock', undefined))) await refreshHome();
}

export function LockButton() {
  const { t } = useTranslation();
  useKeys({ [keys.lock]: () => void lock() });
  return (
    <button type="button" aria-keyshortcuts={keys.lock} onMouseDown={keepFocus} onClick={() => void lock()}>
      <IconLock size={19} aria-hidden="true" />
      {t('nav.lock')} <kbd>{keys.lock}</kbd>
    </button>
  );
}
