/** What is wrong and has not been put right: why nobody can be served, inquiries on hold, notices of main. */
import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { refreshHome, report, useMay, useText } from '../preferences.ts';
import classes from './Start.module.css';

async function reopen(): Promise<void> {
  if (report(await ask('inquiries.reopen', undefined))) await refreshHome();
}

/** A person looked at the clock and it is right: the way on from a clock that is not believed. */
const clockFailures: ReadonlySet<string> = new Set(['CLOCK_WENT_BACK', 'CLOCK_LEAPT']);

async function acceptClock(): Promise<void> {
  if (report(await ask('desk.acceptClock', undefined))) await refreshHome();
}

/** Why the counter is closed to everybody; that somebody who never serves is no operator is nothing to attend to. */
function closedCounter({ shut }: OpenHome): OpenHome['shut'] {
  return shut?.code === 'OPERATOR_NOT_FIT' || shut?.code === 'OPERATOR_REVOKED' ? undefined : shut;
}

export function Attention({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const text = useText();
  const may = useMay();
  const closed = may('SERVE') ? undefined : closedCounter(home);
  if (home.lookupsStopped === undefined && closed === undefined && home.notices.length === 0) return null;
  return (
    <section className={classes.attention} aria-labelledby="perhatian">
      <h2 id="perhatian">{t('home.notices')}</h2>
      <ul>
        {home.lookupsStopped !== undefined && (
          <li>
            <IconHandStop size={22} aria-hidden="true" />
            <div>
              <p>
                <strong>{text(home.lookupsStopped.cause)}</strong> {text(home.lookupsStopped.cure)}
              </p>
              {may('REOPEN_INQUIRIES') && (
                <Button variant="default" className={classes.button ?? ''} onClick={() => void reopen()}>
                  {t('home.reopen')}
                </Button>
              )}
            </div>
          </li>
        )}
        {closed !== undefined && (
          <li>
            <IconHandStop size={22} aria-hidden="true" />
            <div>
              <p>
                <strong>{t('home.shut')}.</strong> {text(closed.cause)} {text(closed.cure)}
              </p>
              {clockFailures.has(closed.code) && may('CONFIRM_AGREEMENT') && (
                <Button variant="default" className={classes.button ?? ''} onClick={() => void acceptClock()}>
                  {t('home.acceptClock')}
                </Button>
              )}
            </div>
          </li>
        )}
        {home.notices.map((notice) => (
          <li key={`${notice.code}-${notice.at}`}>
            <IconAlertTriangleFilled size={22} aria-hidden="true" />
            <p>
              <strong>{text(notice.cause)}</strong> {text(notice.cure)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
