/** What one lamp means: its state, the cause and the cure, and the one thing that can be tried from here. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, Lamps } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { refreshHome, report, useMay } from '../preferences.ts';
import { FailureNote } from './FailureNote.tsx';
import { Keycap } from './Keycap.tsx';
import { keys } from './key-map.ts';
import classes from './LampPanel.module.css';
import { LampShape } from './Lamps.tsx';
import { closePanel, type LampName } from './panel.ts';
import { Side } from './Side.tsx';

/** Who may try: opening a SAM once more and sending what is owed are not for everybody. */
function neededFor(name: LampName): Action | undefined {
  const { page } = window.ketuk;
  if (name === 'sam' && page !== 'record') return 'MANAGE_DEVICES';
  return name === 'network' && page === 'home' ? 'HANDLE_OUTBOX' : undefined;
}

/**
 * What trying again means for each lamp. Readers are watched all the time and need only a new look; the network is tried by
 * sending what is owed, which only home may ask for.
 */
async function tryAgain(name: LampName): Promise<boolean> {
  const { page } = window.ketuk;
  if (name === 'sam' && page !== 'record') return report(await ask('devices.retrySam', undefined));
  if (name === 'network' && page === 'home') return report(await ask('outbox.sendNow', undefined));
  await refreshHome();
  return true;
}

export function LampPanel({ name, lamps }: { name: LampName; lamps: Lamps | undefined }) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const lamp = lamps?.[name];
  const colour = lamp?.colour ?? 'off';
  const failure = lamp?.failure;
  const may = useMay();
  const needed = neededFor(name);
  const mayRetry = (colour === 'broken' || colour === 'warning') && (needed === undefined || may(needed));

  async function retry(): Promise<void> {
    setTried(await tryAgain(name));
  }

  return (
    <Side
      title={t(`lamps.${name}`)}
      bindings={{
        [keys[name]]: closePanel,
        ...(mayRetry ? { [keys.again]: () => void retry() } : {}),
      }}
    >
      <p className={classes.state} data-colour={colour}>
        <LampShape colour={colour} size={34} />
        {t(`lamps.${colour}`)}
      </p>
      {failure === undefined ? (
        <p>{t(colour === 'off' && lamp === undefined ? 'lamps.noneNote' : noteOf(colour))}</p>
      ) : (
        <FailureNote failure={failure} />
      )}
      {mayRetry && (
        <Button
          className={classes.retry ?? ''}
          rightSection={<Keycap of={keys.again} tone="onAct" />}
          onClick={() => void retry()}
        >
          {t(name === 'reader' ? 'lamps.checkAgain' : 'lamps.retry')}
        </Button>
      )}
      <p role="status">{tried ? t('lamps.retryDone') : ''}</p>
    </Side>
  );
}

function noteOf(colour: Lamps['reader']['colour']) {
  if (colour === 'busy') return 'lamps.busyNote';
  return colour === 'off' ? 'lamps.offNote' : 'lamps.readyNote';
}
