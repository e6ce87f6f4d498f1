/** The readers of an agreement: where each stands, which card is in it, and the end of its service. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CardReaderRow } from '../../../electron/contract/index.ts';
import { Table } from '../../home/Table.tsx';
import type { Wanted } from './about.ts';
import classes from './custody.module.css';

interface ReaderTableProps {
  readonly number: string;
  readonly readers: readonly CardReaderRow[];
  readonly onWant: (wanted: Wanted) => void;
}

export function ReaderTable({ number, readers, onWant }: ReaderTableProps) {
  const { t } = useTranslation();
  if (readers.length === 0) return null;
  const acts = readers.some(({ mayDeactivate }) => mayDeactivate);
  return (
    <Table
      label={t('custody.readersOf', { number })}
      caption={t('custody.readersOf', { number })}
      heads={[
        t('custody.reader'),
        t('custody.place'),
        t('custody.status'),
        t('custody.card'),
        ...(acts ? [t('custody.step')] : []),
      ]}
      rows={readers.map((reader) => ({
        key: reader.readerId,
        cells: [
          <span key="serial" className={classes.name}>
            {reader.serial}
            <small>{reader.model}</small>
          </span>,
          reader.counter,
          t(`custody.readerStatuses.${reader.status}`),
          reader.sam ?? '–',
          ...(acts ? [deactivation(reader)] : []),
        ],
      }))}
    />
  );

  function deactivation(reader: CardReaderRow) {
    if (!reader.mayDeactivate) return '–';
    const { agreementId, serial } = reader;
    return (
      <Button
        key="act"
        variant="default"
        className={classes.act ?? ''}
        data-act="DEACTIVATE_READER"
        data-grave
        aria-label={t('custody.acts.DEACTIVATE_READER.title', { name: serial })}
        onClick={() => onWant({ act: 'DEACTIVATE_READER', agreementId, reader })}
      >
        {t('custody.acts.DEACTIVATE_READER.button')}
      </Button>
    );
  }
}
