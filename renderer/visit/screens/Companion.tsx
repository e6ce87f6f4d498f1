/** Who stands by the resident: a parent or guardian, without whom no child consents, or a companion. Name and relation only. */
import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { privateField } from '../../privacy.ts';
import { Keycap, keys, useKeys } from '../../shell/index.ts';
import fields from './fields.module.css';

export interface Standing {
  readonly by: boolean;
  readonly name: string;
  readonly relation: string;
}

/** `undefined`: the resident is alone. */
export function companionOf({ by, name, relation }: Standing) {
  if (!by) return undefined;
  const companion = { name: name.trim(), relation: relation.trim() };
  return companion.name === '' || companion.relation === '' ? 'incomplete' : companion;
}

export function Companion(props: {
  standing: Standing;
  change: (standing: Standing) => void;
  required: boolean;
  tried: boolean;
}) {
  const { t } = useTranslation();
  const { standing, change, required, tried } = props;
  const problem =
    tried && companionOf(standing) === 'incomplete' ? t('visit.evidence.companionMissing') : null;
  useKeys({ [keys.companion]: () => change({ ...standing, by: required || !standing.by }) });
  return (
    <>
      {!required && (
        <Checkbox
          checked={standing.by}
          onChange={(event) => change({ ...standing, by: event.currentTarget.checked })}
          label={
            <>
              <span className={fields.beforeKey}>{t('visit.evidence.companion')}</span>
              <Keycap of={keys.companion} />
            </>
          }
          classNames={{
            root: fields.choice,
            body: fields.choiceBody,
            input: fields.radio,
            label: fields.choiceLabel,
          }}
        />
      )}
      {standing.by && (
        <div className={fields.choices} data-wide>
          {(['name', 'relation'] as const).map((one) => (
            <TextInput
              key={one}
              classNames={{ input: fields.input, label: fields.label, error: fields.error }}
              label={t(one === 'name' ? 'visit.evidence.companionName' : 'visit.evidence.companionRelation')}
              maxLength={120}
              autoFocus={one === 'name'}
              value={standing[one]}
              error={standing[one].trim() === '' ? problem : null}
              onChange={({ currentTarget: { value } }) => change({ ...standing, [one]: value })}
              {...privateField}
            />
          ))}
        </div>
      )}
    </>
  );
}
