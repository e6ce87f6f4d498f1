/** The elements of one method as an ordered list: the order of the paper is the order on the screen. */
import { Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dataElements } from '../../../electron/contract/elements.ts';
import fields from '../../visit/screens/fields.module.css';
import { useField } from '../parts/index.ts';
import shared from './agreements.module.css';
import type { Editing } from './editing.ts';
import classes from './editor.module.css';
import { listAt } from './profile-conditions.ts';
import { useWords } from './use-words.ts';
import { elementWord } from './words.ts';

interface ElementsProps {
  readonly path: string;
  readonly label: string;
  readonly editing: Editing;
}

export function Elements({ path, label, editing }: ElementsProps) {
  const { t } = useTranslation();
  const { say, language, textOf } = useWords();
  const { set, problem } = useField(path);
  const chosen = listAt(editing.profile, path).map(String);
  const others = dataElements.filter((element) => !chosen.includes(element));
  const alike = listAt(editing.profile, 'accessMethods')
    .map(String)
    .filter(
      (method) => `elements.${method}` !== path && listAt(editing.profile, `elements.${method}`).length > 0,
    );

  function move(from: number, to: number): void {
    const moved = chosen[from];
    if (moved === undefined || to < 0 || to >= chosen.length) return;
    set(chosen.toSpliced(from, 1).toSpliced(to, 0, moved));
  }

  return (
    <fieldset className={classes.group} data-problem={problem === '' ? undefined : true}>
      <legend>{label}</legend>
      <p className={shared.note}>{t('agreements.editor.order')}</p>
      {problem !== '' && <p className={fields.error}>{problem}</p>}
      {chosen.length === 0 &&
        alike.map((method) => (
          <Button
            key={method}
            variant="default"
            className={shared.other ?? ''}
            onClick={() => set(listAt(editing.profile, `elements.${method}`))}
          >
            {t('agreements.editor.same', { method: textOf('accessMethods', method) })}
          </Button>
        ))}
      <ul className={classes.elements}>
        {[...chosen, ...others].map((element, index) => {
          const name = elementWord(element, say, language);
          const isChosen = index < chosen.length;
          return (
            <li key={element} data-chosen={isChosen || undefined}>
              <Checkbox
                checked={isChosen}
                label={isChosen ? `${index + 1}. ${name}` : name}
                classNames={{
                  root: fields.choice,
                  body: fields.choiceBody,
                  input: fields.radio,
                  label: fields.choiceLabel,
                }}
                onChange={() => set(isChosen ? chosen.toSpliced(index, 1) : [...chosen, element])}
              />
              {isChosen && (
                <>
                  <Step
                    label={t('agreements.editor.up', { name })}
                    disabled={index === 0}
                    onStep={() => move(index, index - 1)}
                  >
                    <IconArrowUp size={20} aria-hidden="true" />
                  </Step>
                  <Step
                    label={t('agreements.editor.down', { name })}
                    disabled={index === chosen.length - 1}
                    onStep={() => move(index, index + 1)}
                  >
                    <IconArrowDown size={20} aria-hidden="true" />
                  </Step>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

interface StepProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onStep: () => void;
  readonly children: ReactNode;
}

function Step({ label, disabled, onStep, children }: StepProps) {
  return (
    <button type="button" className={classes.step} aria-label={label} disabled={disabled} onClick={onStep}>
      {children}
    </button>
  );
}
