/** The door: what stands between a program that was started and a person who may use it. */
import { useTranslation } from 'react-i18next';
import type { ShutHome } from '../../electron/contract/index.ts';
import { Rail, Screen, Shell } from '../shell/index.ts';

export function GatePage({ home }: { home: ShutHome }) {
  const { t } = useTranslation();
  return (
    <Shell
      rail={
        <Rail operator={undefined} counter={home.counter}>
          {null}
        </Rail>
      }
      context={<strong>{home.institution}</strong>}
      lamps={home.lamps}
      training={window.ketuk.start.training}
    >
      <Screen name={home.gate} title={t('gate.title')} actions={[]} />
    </Shell>
  );
}
