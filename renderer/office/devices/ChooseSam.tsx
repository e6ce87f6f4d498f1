/** Which SAM is tested: the one this counter reads with, or a card of the inventory that lies in the reader now. */
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge.ts';
import { useList } from '../../home/use-list.ts';
import fields from '../../visit/screens/fields.module.css';
import classes from './devices.module.css';

interface ChooseSamProps {
  readonly samId: string | undefined;
  readonly onChoose: (samId: string | undefined) => void;
}

export function ChooseSam({ samId, onChoose }: ChooseSamProps) {
  const { t } = useTranslation();
  const { rows: cards } = useList(
    () => ask('custody.view', undefined),
    (answer) =>
      answer.value.cards.filter(
        ({ events, hasConfiguration }) => hasConfiguration && events.includes('TEST'),
      ),
  );
  return (
    <NativeSelect
      classNames={{
        root: classes.choose,
        input: fields.input,
        label: fields.label,
        description: classes.hint,
      }}
      label={t('deviceTest.which')}
      description={t('deviceTest.whichHint')}
      value={samId ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      data={[
        { value: '', label: t('deviceTest.inUse') },
        ...(cards ?? []).map(({ samId: value, name, status }) => ({
          value,
          label: `${name} (${t(`custody.statuses.${status}`)})`,
        })),
      ]}
    />
  );
}
