/** The step that comes next, large: what it is, where it is done, and who has to sign in for it if not the person here. */
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonRow, Role, SetupView } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { refreshHome, report, useMay } from '../../preferences.ts';
import { QuietButton } from '../../shell/index.ts';
import classes from './setup.module.css';

interface NextStepProps {
  readonly step: SetupView['steps'][number];
  readonly mine: boolean;
  /** Another step comes first, but this one can be done already. */
  readonly later?: boolean;
  readonly people: readonly PersonRow[];
  readonly label: string;
  readonly onBegin: () => void;
}

export function NextStep({ step, mine, later = false, people, label, onBegin }: NextStepProps) {
  const { t } = useTranslation();
  const heading = later ? 'setup.alsoMine' : mine ? 'setup.nextMine' : 'setup.next';
  return (
    <section className={classes.next} data-mine={mine || undefined} aria-labelledby={`langkah-${step.step}`}>
      <div>
        <p className={classes.eyebrow}>{t(heading)}</p>
        <h2 id={`langkah-${step.step}`}>{t(`setup.steps.${step.step}.title`)}</h2>
        <p>{t(`setup.steps.${step.step}.how`)}</p>
        {!mine && <Whose who={step.who} people={people} />}
      </div>
      {mine && (
        <Button
          className={classes.begin ?? ''}
          rightSection={<IconArrowRight size={20} aria-hidden="true" />}
          onClick={onBegin}
        >
          {label}
        </Button>
      )}
    </section>
  );
}

/** Who does it, and how they get here: a name to sign in with, or what is missing for one. */
function Whose({ who, people }: { who: Role; people: readonly PersonRow[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const role = t(`people.roles.${who}`);
  const holder = people.find((person) => holds(person, who));
  return (
    <div className={classes.whose}>
      <p>
        <strong>{t('setup.whose', { role })}.</strong> {words()}
      </p>
      {holder !== undefined && holder.account === undefined && may('SET_UP') && (
        <QuietButton onClick={() => go('people', holder.personId)}>
          {t('setup.other.giveAccount', { name: holder.name })}
        </QuietButton>
      )}
      {holder?.account !== undefined && (
        <QuietButton onClick={() => void changePerson()}>{t('nav.change')}</QuietButton>
      )}
    </div>
  );

  function words(): string {
    if (holder === undefined) return t('setup.other.nobody', { role });
    const { name, account } = holder;
    if (account === undefined) return t('setup.other.noAccount', { name });
    return t('setup.other.signIn', { name, login: account.login });
  }
}

function holds({ roles, operators }: PersonRow, who: Role): boolean {
  if (who === 'OPERATOR') return operators.some(({ status }) => status === 'ACTIVE');
  return roles.some(({ role }) => role === who);
}

async function changePerson(): Promise<void> {
  if (report(await ask('session.signOut', undefined))) await refreshHome();
}
