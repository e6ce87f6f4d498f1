/** The practice drawer: tap one of five sample cards, lift it, cause trouble. It says on every line that this is practice. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { nikGroups } from '../format/index.ts';
import { report } from '../preferences.ts';
import { Keycap } from './Keycap.tsx';
import { keys } from './key-map.ts';
import classes from './PracticePanel.module.css';
import { closePanel } from './panel.ts';
import { type SampleId, samples, troubleGroups } from './practice.ts';
import { Side } from './Side.tsx';

async function tap(resident: SampleId): Promise<void> {
  if (report(await ask('training.tap', { resident }))) closePanel();
}

async function remove(): Promise<void> {
  report(await ask('training.remove', undefined));
}

export function PracticePanel() {
  const { t } = useTranslation();
  const [active, setActive] = useState<Trouble>('none');

  async function cause(trouble: Trouble): Promise<void> {
    if (report(await ask('training.trouble', { trouble }))) setActive(trouble);
  }

  const digits = samples.map(({ id }, index) => [String(index + 1), () => void tap(id)] as const);
  return (
    <Side
      title={t('training.title')}
      bindings={{ ...Object.fromEntries(digits), 0: () => void remove(), [keys.practice]: closePanel }}
    >
      <p className={classes.lead}>{t('training.lead')}</p>

      <section aria-labelledby="latihan-kartu">
        <div className={classes.row}>
          <h2 id="latihan-kartu">{t('training.cards')}</h2>
          <span className={classes.hint}>{t('training.cardHint')}</span>
        </div>
        <ul className={classes.cards}>
          {samples.map((sample, index) => (
            <li key={sample.id}>
              <button type="button" className={classes.card} onClick={() => void tap(sample.id)}>
                <SamplePortrait index={index} />
                <span className={classes.who}>
                  <span className={classes.name}>{sample.name}</span>
                  <span className={classes.nik}>{nikGroups(sample.nik).join(' ')}</span>
                  <span className={classes.answer}>{t(`training.answers.${sample.id}`)}</span>
                </span>
                <span className={classes.stamp}>{t('training.sample')}</span>
                <Keycap of={String(index + 1)} />
              </button>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          className={classes.remove ?? ''}
          rightSection={<Keycap of="0" />}
          onClick={() => void remove()}
        >
          {t('training.remove')}
        </Button>
      </section>

      <section aria-labelledby="latihan-gangguan">
        <h2 id="latihan-gangguan">{t('training.trouble')}</h2>
        <p className={classes.hint}>{t('training.troubleLead')}</p>
        <p role="status" className={classes.active} data-on={active !== 'none' || undefined}>
          {active === 'none' ? '' : `${t('training.active')}: ${t(`training.troubles.${active}`)}`}
        </p>
        {troubleGroups.map(({ group, troubles }) => (
          <div key={group} className={classes.group}>
            <h3>{t(`training.groups.${group}`)}</h3>
            <ul>
              {troubles.map((trouble) => (
                <li key={trouble}>
                  <button
                    type="button"
                    className={classes.trouble}
                    aria-pressed={active === trouble}
                    onClick={() => void cause(trouble)}
                  >
                    {t(`training.troubles.${trouble}`)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </Side>
  );
}

/** A drawn head and shoulders; nobody's picture. */
function SamplePortrait({ index }: { index: number }) {
  return (
    <svg className={classes.portrait} data-tint={index % 3} viewBox="0 0 40 50" aria-hidden="true">
      <rect width="40" height="50" rx="5" />
      <circle cx="20" cy="20" r="8.5" />
      <path d="M4 50 C4 36 12 32 20 32 C28 32 36 36 36 50 Z" />
    </svg>
  );
}
