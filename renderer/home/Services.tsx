/** The services of this counter; the one chosen goes into every visit until another is chosen. */
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { refreshHome, report } from '../preferences.ts';
import { Keycap, keepFocus, useKeys } from '../shell/index.ts';
import classes from './Start.module.css';

async function choose(code: string): Promise<void> {
  if (report(await ask('home.selectService', { code }))) await refreshHome();
}

export function Services({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const services = home.services.slice(0, 9);
  useKeys(
    Object.fromEntries(services.map(({ code }, index) => [String(index + 1), () => void choose(code)])),
  );
  return (
    <section className={classes.services} aria-labelledby="layanan">
      <h2 id="layanan">{t('home.serviceTitle')}</h2>
      <p className={classes.hint}>
        {t('home.serviceLead')} {t('home.serviceKeys')}.
      </p>
      <ul>
        {services.map(({ code, name }, index) => (
          <li key={code}>
            <button
              type="button"
              onMouseDown={keepFocus}
              aria-pressed={code === home.serviceCode}
              onClick={() => void choose(code)}
            >
              <Keycap of={String(index + 1)} />
              <span className={classes.service}>{name}</span>
              {code === home.serviceCode && <IconCheck size={22} stroke={3} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
