/** The connection of each agreement: a file that main picks and checks; the page learns its fingerprint and nothing that is in it. */
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../../electron/contract/index.ts';
import { useMay } from '../../preferences.ts';
import { QuietButton } from '../../shell/index.ts';
import { Refused } from '../parts/index.ts';
import classes from './setup.module.css';
import type { Installing } from './use-install.ts';

interface ConnectionsProps {
  readonly connections: SetupView['connections'];
  readonly installing: Installing;
}

export function Connections({ connections, installing }: ConnectionsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { refused, installedHash, install } = installing;

  return (
    <section id="sambungan" aria-labelledby="sambungan-judul">
      <h2 id="sambungan-judul">{t('setup.connections')}</h2>
      <p className={classes.note}>{t('setup.connectionsLead')}</p>
      <ul className={classes.connections}>
        {connections.map(({ agreementId, number, installed }) => (
          <li key={agreementId} data-done={installed || undefined}>
            {installed ? (
              <IconPlugConnected size={24} aria-hidden="true" />
            ) : (
              <IconPlugConnectedX size={24} aria-hidden="true" />
            )}
            <span className={classes.what}>
              <strong>{number}</strong>
              <small>{t(installed ? 'setup.installed' : 'setup.missing')}</small>
            </span>
            {may('SET_UP') && (
              <QuietButton onClick={() => void install(agreementId)}>
                {t(installed ? 'setup.connectionAgain' : 'setup.connectionAdd')}
              </QuietButton>
            )}
          </li>
        ))}
      </ul>
      <Refused failure={refused} />
      <p role="status">{installedHash === '' ? '' : t('setup.installedNow', { hash: installedHash })}</p>
    </section>
  );
}
