/** Practice: as which of the sample people, one press each; and the way from practice to real work. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShutHome } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { refreshHome, report } from '../preferences.ts';
import { Confirm, Keycap, keys, Screen, useKeys } from '../shell/index.ts';
import classes from './gate.module.css';

async function practise(personId: string): Promise<void> {
  if (report(await ask('session.practise', { personId }))) await refreshHome();
}

async function beginWork(): Promise<void> {
  report(await ask('setup.begin', undefined));
}

export function Practise({ people }: { people: ShutHome['samplePeople'] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  useKeys(
    Object.fromEntries(
      people
        .slice(0, 9)
        .map(({ personId }, index) => [String(index + 1), () => void practise(personId)] as const),
    ),
  );
  return (
    <>
      <Screen
        name="practise"
        title={t('gate.practise.title')}
        lead={t('gate.practise.lead')}
        actions={[
          { key: keys.begin, label: t('gate.practise.begin'), run: () => setAsked(true), kind: 'plain' },
        ]}
      >
        <ul className={classes.people}>
          {people.map(({ personId, name, position, roles }, index) => (
            <li key={personId}>
              <button type="button" data-person={personId} onClick={() => void practise(personId)}>
                <span className={classes.initials} aria-hidden="true">
                  {initials(name)}
                </span>
                <span className={classes.who}>
                  <strong>{name}</strong>
                  <span>{roles.map((role) => t(`people.roles.${role}`)).join(', ')}</span>
                  <small>{position}</small>
                </span>
                <Keycap of={String(index + 1)} />
              </button>
            </li>
          ))}
        </ul>
        <p className={classes.liability}>{t('gate.liability')}</p>
      </Screen>
      {asked && (
        <Confirm
          title={t('gate.practise.beginTitle')}
          text={t('gate.practise.beginText')}
          yes={t('gate.practise.beginYes')}
          no={t('gate.practise.beginNo')}
          onYes={() => void beginWork()}
          onNo={() => setAsked(false)}
        />
      )}
    </>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
}
