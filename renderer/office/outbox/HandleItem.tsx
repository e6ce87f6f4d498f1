/** One act about one item: correct it, hold it back, send it again. What will happen is said before it does. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outboxAct } from '../../../electron/contract/balikan.ts';
import type { OutboxDetail, OutboxRow, ServiceField } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { report } from '../../preferences.ts';
import { ActDialog, Field, Pick } from '../parts/index.ts';
import { useProblemWords } from './problem-words.ts';

/** In the order in which they are offered. */
export const handledActs = {
  REJECTED: ['CORRECT', 'PARK'],
  PARKED: ['RETRY'],
} as const satisfies Partial<Record<OutboxRow['status'], readonly string[]>>;
export type HandledAct = (typeof handledActs)[keyof typeof handledActs][number];

interface HandleItemProps {
  readonly act: HandledAct;
  readonly row: OutboxRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function HandleItem({ act, row, onDone, onClose }: HandleItemProps) {
  const { t } = useTranslation();
  const wordsOf = useProblemWords();
  const { itemId, registrationNo, lastFailure } = row;
  const fields = useFields(act === 'CORRECT' ? itemId : undefined, onClose);
  // A form that is not whole yet would be checked as if it were.
  if (act === 'CORRECT' && fields === undefined) return null;
  return (
    <ActDialog
      title={t(`outbox.acts.${act}.title`, { nomor: registrationNo })}
      consequence={t(`outbox.acts.${act}.consequence`, {
        kendala: lastFailure === null ? '' : wordsOf(lastFailure),
      })}
      yes={t(`outbox.acts.${act}.yes`)}
      schema={outboxAct}
      start={{ act, itemId, ...(act === 'CORRECT' ? { changes: {} } : {}) }}
      send={(asked) => ask('outbox.act', asked)}
      onDone={onDone}
      onClose={onClose}
    >
      {act === 'PARK' && (
        <Field path="reason" label={t('outbox.reason')} maxLength={200} lines={3} autoFocus />
      )}
      {fields?.map((field) => (
        <Correction key={field.code} field={field} />
      ))}
    </ActDialog>
  );
}

function Correction({ field }: { field: ServiceField }) {
  const { t } = useTranslation();
  const { code, label, maxLength, choices } = field;
  const path = `changes.${code}`;
  if (choices === undefined) {
    return <Field path={path} label={label} hint={t('outbox.asItWas')} maxLength={maxLength} optional />;
  }
  const options = choices.map((choice) => ({ value: choice.code, label: choice.label }));
  return <Pick path={path} label={label} hint={t('outbox.asItWas')} options={options} optional />;
}

function useFields(itemId: string | undefined, onFailed: () => void): OutboxDetail['fields'] | undefined {
  const [fields, setFields] = useState<OutboxDetail['fields']>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for the item that is open
  useEffect(() => {
    if (itemId === undefined) return;
    void ask('outbox.detail', { itemId }).then((answer) => {
      if (report(answer) && answer.ok) setFields(answer.value.fields);
      else onFailed();
    });
  }, [itemId]);
  return fields;
}
