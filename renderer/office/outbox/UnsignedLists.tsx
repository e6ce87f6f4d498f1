/** Lists that were made and wait for a signature: with it, what is on them counts as handed over. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outboxAct } from '../../../electron/contract/balikan.ts';
import type { PreparedListRow } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { moment } from '../../format/index.ts';
import { usePreferences } from '../../preferences.ts';
import { QuietButton } from '../../shell/index.ts';
import { PrintPaper } from '../papers/PrintPaper.tsx';
import { ActDialog, DateField, Field, Row } from '../parts/index.ts';
import classes from './outbox.module.css';

interface UnsignedListsProps {
  readonly lists: readonly PreparedListRow[];
  readonly mayHandle: boolean;
  readonly onDone: () => void;
}

export function UnsignedLists({ lists, mayHandle, onDone }: UnsignedListsProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [signing, setSigning] = useState<PreparedListRow>();
  if (lists.length === 0) return null;
  return (
    <section className={classes.unsigned} aria-labelledby="daftar-menunggu">
      <h2 id="daftar-menunggu">{t('outbox.unsigned.title')}</h2>
      <ul>
        {lists.map((list) => (
          <li key={list.listId}>
            <span>
              <strong>{list.number}</strong>
              <small>
                {t(`outbox.unsigned.${list.medium}`, {
                  n: list.items,
                  kapan: moment(list.preparedAt, language),
                })}
              </small>
            </span>
            <PrintPaper kind="BALIKAN_HANDOVER" agreementId={list.agreementId} subjectId={list.listId} />
            {mayHandle && (
              <QuietButton
                aria-label={t('outbox.signed.title', { nomor: list.number })}
                onClick={() => setSigning(list)}
              >
                {t('outbox.signed.open')}
              </QuietButton>
            )}
          </li>
        ))}
      </ul>
      {signing !== undefined && (
        <Signed
          list={signing}
          onClose={() => setSigning(undefined)}
          onDone={() => {
            setSigning(undefined);
            onDone();
          }}
        />
      )}
    </section>
  );
}

interface SignedProps {
  readonly list: PreparedListRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Signed({ list: { listId, number, items, medium }, onDone, onClose }: SignedProps) {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('outbox.signed.title', { nomor: number })}
      consequence={t(`outbox.signed.consequence.${medium}`, { n: items })}
      yes={t('outbox.signed.yes')}
      schema={outboxAct}
      start={{ act: 'HAND_OVER', listId }}
      send={(asked) => ask('outbox.act', asked)}
      onDone={onDone}
      onClose={onClose}
    >
      <Row>
        <DateField path="signedOn" label={t('outbox.signed.on')} />
        <Field path="receivedBy" label={t('outbox.signed.receivedBy')} maxLength={200} />
      </Row>
    </ActDialog>
  );
}
