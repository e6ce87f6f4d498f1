/** Three ways to a new agreement, and the way back to one that was begun: each ends in the editor, none stores anything. */
import { Button } from '@mantine/core';
import { IconFileImport, IconForms, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutputs } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { report } from '../../preferences.ts';
import { Dialog, keys } from '../../shell/index.ts';
import { type Draft, valueAt, withValue } from '../parts/draft.ts';
import classes from './agreements.module.css';
import { type Editing, editorPlace, startEditing, stopEditing } from './editing.ts';
import { asDraft } from './profile-draft.ts';

type Samples = ChannelOutputs['agreements.samples'];

interface StartNewProps {
  readonly personId: string;
  readonly going: Editing | undefined;
}

export function StartNew({ personId, going }: StartNewProps) {
  const { t } = useTranslation();
  const [samples, setSamples] = useState<Samples>();

  async function fromFile(): Promise<void> {
    const answer = await ask('agreements.pickProfile', undefined);
    if (!report(answer) || !answer.ok || answer.value === null) return;
    startEditing(personId, { kind: 'NEW' }, asDraft(answer.value.profile), answer.value.problems);
  }

  async function showSamples(): Promise<void> {
    const answer = await ask('agreements.samples', undefined);
    if (report(answer) && answer.ok) setSamples(answer.value);
  }

  const ways = [
    { way: 'file', Icon: IconFileImport, run: () => void fromFile() },
    { way: 'sample', Icon: IconTemplate, run: () => void showSamples() },
    { way: 'form', Icon: IconForms, run: () => startEditing(personId, { kind: 'NEW' }) },
  ] as const;

  return (
    <section aria-labelledby="pks-baru">
      <h2 id="pks-baru">{t('agreements.start.title')}</h2>
      <p className={classes.note}>{t('agreements.start.lead')}</p>
      {going !== undefined && <Going editing={going} />}
      <ul className={classes.ways}>
        {ways.map(({ way, Icon, run }) => (
          <li key={way}>
            <button type="button" onClick={run}>
              <Icon size={28} stroke={1.7} aria-hidden="true" />
              <span>
                <strong>{t(`agreements.start.${way}`)}</strong>
                <small>{t(`agreements.start.${way}Note`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {samples !== undefined && (
        <SampleDialog
          samples={samples}
          onPick={(profile) => startEditing(personId, { kind: 'NEW' }, unnamed(profile))}
          onClose={() => setSamples(undefined)}
        />
      )}
    </section>
  );
}

/** A sample lends its content, not its name. */
function unnamed(sample: Draft): Draft {
  return withValue(asDraft(sample), 'profileId', undefined);
}

function Going({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const name = valueAt(editing.profile, 'numbers.party2') ?? valueAt(editing.profile, 'profileId');
  return (
    <div className={classes.going}>
      <p>
        {t('agreements.start.going', { name: typeof name === 'string' ? name : t('agreements.start.title') })}
        <small>{t('agreements.start.goingNote')}</small>
      </p>
      <Button className={classes.do ?? ''} onClick={() => go('agreements', editorPlace)}>
        {t('agreements.start.goOn')}
      </Button>
      <Button variant="default" className={classes.other ?? ''} onClick={stopEditing}>
        {t('agreements.start.drop')}
      </Button>
    </div>
  );
}

interface SampleDialogProps {
  readonly samples: Samples;
  readonly onPick: (profile: Samples[number]['profile']) => void;
  readonly onClose: () => void;
}

function SampleDialog({ samples, onPick, onClose }: SampleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('agreements.start.sampleTitle')}
      onClose={onClose}
      wide
      actions={[{ key: keys.back, label: t('parts.cancel'), run: onClose, kind: 'plain' }]}
    >
      <p className={classes.note}>{t('agreements.start.sampleLead')}</p>
      <ul className={classes.ways}>
        {samples.map(({ name, profile }) => (
          <li key={name}>
            <button type="button" onClick={() => onPick(profile)}>
              <span>
                <strong>{name}</strong>
                <small>{String(profile.title)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
