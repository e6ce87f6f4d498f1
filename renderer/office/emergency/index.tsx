/** The emergency stop as it stands above every page, and the way to lift it for who may. */
import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskChannels } from '../../../electron/contract/channels/desk.ts';
import { appFailure } from '../../../electron/contract/failures/index.ts';
import type { OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { hashOf } from '../../home/place.ts';
import { refreshHome, useMay, useText } from '../../preferences.ts';
import { ActDialog, Field } from '../parts/index.ts';
import classes from './emergency.module.css';

export function EmergencyBanner({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const text = useText();
  const may = useMay();
  const [lifting, setLifting] = useState(false);
  const nomor = home.emergency?.reference ?? '';
  const { cause, cure } = appFailure('EMERGENCY_STOP', 'emergency', undefined, { nomor });
  return (
    <section className={classes.banner} role="alert" aria-label={t('emergency.standing')}>
      <IconHandStop size={32} aria-hidden="true" />
      <p>
        <strong>{text(cause)}</strong> {text(cure)}
        {!may('LIFT_EMERGENCY_STOP') && <small>{t('emergency.who')}</small>}
      </p>
      <a className={classes.lift} href={hashOf.incidents}>
        {t('emergency.incident')}
      </a>
      {may('LIFT_EMERGENCY_STOP') && (
        <Button className={classes.lift ?? ''} onClick={() => setLifting(true)}>
          {t('emergency.lift')}
        </Button>
      )}
      {lifting && <LiftDialog onClose={() => setLifting(false)} />}
    </section>
  );
}

function LiftDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('emergency.lift')}
      consequence={t('emergency.liftConsequence')}
      yes={t('emergency.lift')}
      schema={deskChannels['desk.liftEmergencyStop'].input}
      start={{ reference: '' }}
      send={(given) => ask('desk.liftEmergencyStop', given)}
      onDone={() => {
        onClose();
        void refreshHome();
      }}
      onClose={onClose}
    >
      <Field
        path="reference"
        label={t('emergency.liftReference')}
        hint={t('emergency.liftHint')}
        maxLength={60}
        autoFocus
      />
    </ActDialog>
  );
}
