/** How long a pacing rule still holds the next step back. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Countdown.module.css';

export function Countdown({ until }: { until: number }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(() => secondsUntil(until));

  useEffect(() => {
    setLeft(secondsUntil(until));
    const tick = window.setInterval(() => setLeft(secondsUntil(until)), 250);
    return () => window.clearInterval(tick);
  }, [until]);

  if (left === 0) return null;
  return (
    <p className={classes.countdown} role="timer">
      <strong>{left}</strong> {t('visit.wait.seconds')}
    </p>
  );
}

function secondsUntil(time: number): number {
  return Math.max(0, Math.ceil((time - Date.now()) / 1000));
}
