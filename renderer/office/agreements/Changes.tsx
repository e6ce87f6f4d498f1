/** What changes, place by place, in words; of a first version what it says. */
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../../electron/contract/index.ts';
import { Table } from '../../home/Table.tsx';
import classes from './editor.module.css';
import { useWords } from './use-words.ts';

interface ChangesProps {
  readonly changes: ProposalRow['changes'];
  /** There is nothing to compare with. */
  readonly isFirst: boolean;
  /** Of which proposal, where there are several on a page. */
  readonly of?: string;
}

export function Changes({ changes, isFirst, of }: ChangesProps) {
  const { t } = useTranslation();
  const { labelOf, textOf } = useWords();
  const heads = isFirst
    ? [t('agreements.editor.field'), t('approvals.said')]
    : [t('agreements.editor.field'), t('agreements.editor.from'), t('agreements.editor.to')];
  return (
    <Table
      label={of === undefined ? t('approvals.changes') : `${t('approvals.changes')}: ${of}`}
      caption={t('approvals.changes')}
      heads={heads}
      rows={changes.map(({ field, from, to }) => ({
        key: field,
        cells: [
          <strong key="field">{labelOf(field)}</strong>,
          ...(isFirst
            ? []
            : [
                <span key="from" className={classes.was}>
                  {textOf(field, from)}
                </span>,
              ]),
          textOf(field, to),
        ],
      }))}
    />
  );
}
