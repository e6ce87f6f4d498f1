/** Kept records by their masked NIK; opening one is an act of its own, in a page of its own. */
import { useTranslation } from 'react-i18next';
import { elementCatalogue } from '../../electron/contract/elements.ts';
import type { ElementPart, KeptRow } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { moment, shortDate } from '../format/index.ts';
import { report, usePreferences } from '../preferences.ts';
import { keys, QuietButton, Screen } from '../shell/index.ts';
import classes from './List.module.css';
import { addressOf, go } from './place.ts';
import { Table } from './Table.tsx';
import { useList } from './use-list.ts';

async function openRecord(recordId: string): Promise<void> {
  report(await ask('kept.open', { recordId }));
}

export function KeptList() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { rows } = useList(
    () => ask('kept.list', { limit: 100 }),
    (answer) => answer.value,
  );

  /** The parts of an address are one element to a reader of this list. */
  function labels(elements: readonly string[]): string {
    const names = elements.map((code) => {
      if (code.startsWith('ADDRESS')) return elementCatalogue['ADDRESS.STREET'];
      return elementCatalogue[code as ElementPart];
    });
    return [...new Set(names.map((entry) => (language === 'id' ? entry.label : entry.labelEn)))].join(', ');
  }

  return (
    <Screen
      name="kept"
      title={t('nav.kept')}
      lead={t('kept.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    >
      <Table
        label={t('nav.kept')}
        heads={[
          t('kept.receipt'),
          t('kept.nik'),
          t('kept.elements'),
          t('kept.consented'),
          t('kept.until'),
          t('kept.open'),
        ]}
        rows={rows?.map((row) => ({
          key: row.recordId,
          cells: [
            <span key="receipt" className={classes.number}>
              {row.receiptNo}
            </span>,
            <span key="nik" className={classes.nik}>
              {row.maskedNik}
            </span>,
            labels(row.elements),
            moment(row.consentedAt, language),
            shortDate(row.retainedUntil, language),
            <Acts key="acts" row={row} />,
          ],
        }))}
      />
    </Screen>
  );
}

/** What was withdrawn is closed until it is erased; its request tells how long that may take. */
function Acts({ row }: { row: KeptRow }) {
  const { t } = useTranslation();
  const { recordId, receiptNo: receipt } = row;
  const may = usePreferences(({ home }) => (home?.gate === 'OPEN' ? home.person.may : undefined));
  if (row.withdrawnAt !== null) {
    return (
      <>
        {t('kept.withdrawn')} <a href={addressOf('requests')}>{t('kept.toRequests')}</a>
      </>
    );
  }
  return (
    <div className={classes.acts}>
      {may?.includes('SEE_POPULATION_DATA') && (
        <QuietButton aria-label={t('kept.openOf', { receipt })} onClick={() => void openRecord(recordId)}>
          {t('kept.open')}
        </QuietButton>
      )}
      {may?.includes('TAKE_REQUEST') && (
        <QuietButton aria-label={t('kept.requestOf', { receipt })} onClick={() => go('requests', receipt)}>
          {t('kept.request')}
        </QuietButton>
      )}
    </div>
  );
}
