/** Which of the elements read from the card may be kept, each with the reason that residents are told. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DataElement, elementCatalogue, partsOf } from '../../../electron/contract/elements.ts';
import fields from '../../visit/screens/fields.module.css';
import { type Draft, Field, useField } from '../parts/index.ts';
import shared from './agreements.module.css';
import type { Editing } from './editing.ts';
import classes from './editor.module.css';
import { listAt } from './profile-conditions.ts';
import { useWords } from './use-words.ts';
import { elementWord } from './words.ts';

const path = 'storableFromCard';

export function Storable({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  const { say, language, labelOf } = useWords();
  const { set, problem } = useField(path);
  const granted = listAt(editing.profile, 'elements.CARD_READER').map(String);
  const kept = listAt(editing.profile, path) as readonly Draft[];

  /** In the order of the grant; what is no longer granted stays until it is taken out. */
  function toggle(element: string): void {
    const has = kept.some((item) => item.element === element);
    const next = has ? kept.filter((item) => item.element !== element) : [...kept, { element, reason: '' }];
    const place = (item: Draft) => granted.indexOf(String(item.element));
    set(next.toSorted((a, b) => place(a) - place(b)));
  }

  const shown = [
    ...granted,
    ...kept.map((item) => String(item.element)).filter((item) => !granted.includes(item)),
  ];
  return (
    <fieldset className={classes.group} data-problem={problem === '' ? undefined : true}>
      <legend>{labelOf(path)}</legend>
      <p className={shared.note}>{t('agreements.editor.storableHint')}</p>
      {problem !== '' && <p className={fields.error}>{problem}</p>}
      {shown.map((element) => {
        const name = elementWord(element, say, language);
        const index = kept.findIndex((item) => item.element === element);
        const never = !isOnChip(element);
        return (
          <div key={element} className={classes.storable}>
            <Checkbox
              checked={index >= 0}
              disabled={never && index < 0}
              label={
                <>
                  {name}
                  {never && <span className={fields.note}>{t('agreements.editor.notOnChip')}</span>}
                </>
              }
              classNames={{
                root: fields.choice,
                body: fields.choiceBody,
                input: fields.radio,
                label: fields.choiceLabel,
              }}
              onChange={() => toggle(element)}
            />
            {index >= 0 && (
              <>
                <ElementProblem path={`${path}.${index}.element`} />
                <Field
                  path={`${path}.${index}.reason`}
                  label={t('agreements.editor.reason', { name })}
                  maxLength={500}
                />
              </>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function isOnChip(element: string): boolean {
  return partsOf([element as DataElement]).some((part) => elementCatalogue[part].onChip);
}

function ElementProblem({ path: place }: { path: string }) {
  const { problem } = useField(place);
  return problem === '' ? null : <p className={fields.error}>{problem}</p>;
}
