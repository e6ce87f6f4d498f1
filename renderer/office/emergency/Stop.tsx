/** The emergency stop within reach on every page of home, for who may pull it; its dialog is loaded when it is. */
import { IconHandStop } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { keepFocus, keys, useKeys } from '../../shell/index.ts';

const StopDialog = lazy(async () => ({ default: (await import('./StopDialog.tsx')).StopDialog }));

export function Stop({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const offered = home.emergency === undefined && home.person.may.includes('EMERGENCY_STOP');
  useKeys({ [keys.stop]: () => setAsking(true) }, { on: offered });
  if (!offered) return null;
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts={keys.stop}
        onMouseDown={keepFocus}
        onClick={() => setAsking(true)}
      >
        <IconHandStop size={19} aria-hidden="true" />
        {t('emergency.stop')} <kbd>{keys.stop}</kbd>
      </button>
      {asking && (
        <Suspense fallback={null}>
          <StopDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
