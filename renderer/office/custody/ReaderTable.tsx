/** The readers of an agreement: where each stands, which card is in it, and what may be done with it. */
import { useTranslation } from 'react-i18next';
import type { CardReaderRow } from '../../../electron/contract/index.ts';
import { readerStatuses } from '../../../electron/contract/sam-state.ts';
import { Table } from '../../home/Table.tsx';
import { ActButton, ActRow } from '../parts/index.ts';
import type { Wanted } from './about.ts';
import classes from './custody.module.css';
import { Narrow } from './Narrow.tsx';
import { wordsOfReader } from './narrowing.ts';

interface ReaderTableProps {
  readonly number: string;
  readonly readers: readonly CardReaderRow[];
  readonly onWant: (wanted: Wanted) => void;
}

export function ReaderTable({ number, readers, onWant }: ReaderTableProps) {
  const { t } = useTranslation();
  if (readers.length === 0) return null;
  const acts = readers.some(({ mayChange }) => mayChange);
  const label = t('custody.readersOf', { number });
  return (
    <Narrow
      label={label}
      rows={readers}
      statuses={readerStatuses}
      named={(status) => t(`custody.readerStatuses.${status}`)}
      known={wordsOfReader}
    >
      {(shown) => (
        <Table
          label={label}
          caption={label}
          heads={[
            t('custody.reader'),
            t('custody.place'),
            t('custody.status'),
            t('custody.card'),
            ...(acts ? [t('custody.step')] : []),
          ]}
          rows={shown.map(rowOf)}
        />
      )}
    </Narrow>
  );

  function rowOf(reader: CardReaderRow) {
    return {
      key: reader.readerId,
      cells: [
        <span key="serial" className={classes.name}>
          {reader.serial}
          <small>{reader.model}</small>
        </span>,
        reader.counter,
        t(`custody.readerStatuses.${reader.status}`),
        reader.sam ?? '–',
        ...(acts ? [buttons(reader)] : []),
      ],
    };
  }

  function buttons(reader: CardReaderRow) {
    if (!reader.mayChange) return '–';
    const { agreementId, serial } = reader;
    return (
      <ActRow key="acts">
        {(['MOVE_READER', 'DEACTIVATE_READER'] as const).map((act) => (
          <ActButton
            key={act}
            act={act}
            grave={act === 'DEACTIVATE_READER'}
            label={`${t(`custody.acts.${act}.button`)}: ${serial}`}
            onWant={() => onWant({ act, agreementId, reader })}
          >
            {t(`custody.acts.${act}.button`)}
          </ActButton>
        ))}
      </ActRow>
    );
  }
}
