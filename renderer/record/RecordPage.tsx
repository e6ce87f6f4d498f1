/** One kept record: the values the resident agreed to, under which receipt, until when. */
import { IconAlertTriangle, IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReceiptHashes, RecordView } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { longDate, moment } from '../format/index.ts';
import { useVeil, Values, VeilScreen } from '../person/index.ts';
import { report, usePreferences, useText } from '../preferences.ts';
import { type Action, FailureNote, keys, Rail, Screen, Shell, useKeys } from '../shell/index.ts';
import classes from './RecordPage.module.css';
import { printAnswer, useRecord } from './store.ts';
import { Trail } from './Trail.tsx';

/** R-022 gives a visit this long; a record gets no longer. */
const turnAwaySeconds = 120;

async function leave(): Promise<void> {
  report(await ask('counter.leave', undefined));
}

function veil(veiled: boolean): void {
  useRecord.setState({ veiled });
}

export function RecordPage() {
  const { t } = useTranslation();
  const text = useText();
  const home = usePreferences((state) => state.home);
  const { record, veiled, paperFailure } = useRecord();
  const failure = record?.failure;
  useVeil({ seconds: turnAwaySeconds, veiled, veil });
  useKeys({ [keys.veil]: () => veil(true) });
  const close: Action = { key: keys.back, label: t('record.close'), run: () => void leave(), kind: 'plain' };
  const print: Action = {
    key: keys.primary,
    label: t('record.print'),
    run: printAnswer,
    kind: 'primary',
  };
  return (
    <Shell
      rail={
        <Rail operator={home?.gate === 'OPEN' ? home.person.name : undefined} counter={home?.counter}>
          {null}
        </Rail>
      }
      context={<strong>{record?.receiptNo}</strong>}
      lamps={home?.lamps}
      training={home?.training ?? false}
      say={record === undefined ? t('record.opening') : t('record.title')}
      warn={failure === undefined ? '' : `${text(failure.cause)} ${text(failure.cure)}`}
    >
      {veiled ? (
        <VeilScreen lift={() => veil(false)} />
      ) : record === undefined ? (
        <Screen name="opening" title={t('record.opening')} lead={t('record.openingLead')} actions={[close]} />
      ) : failure !== undefined ? (
        <Screen
          name="record-failure"
          tone="broken"
          icon={<IconAlertTriangle size={32} />}
          title={t('record.title')}
          actions={[close]}
        >
          <FailureNote failure={failure} />
        </Screen>
      ) : (
        <Screen
          name="record"
          icon={<IconArchive size={32} stroke={1.8} />}
          title={t('record.title')}
          lead={t(record.trail === undefined ? 'record.lead' : 'record.answerLead')}
          actions={record.trail === undefined ? [close] : [close, print]}
        >
          {paperFailure !== undefined && <FailureNote failure={paperFailure} quiet />}
          <Facts record={record} />
          <Values label={t('record.values')} values={record.values} />
          {record.trail !== undefined && <Trail trail={record.trail} />}
          {record.receipt !== undefined && <Checksums receipt={record.receipt} />}
        </Screen>
      )}
    </Shell>
  );
}

function Facts({ record }: { record: RecordView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const consented = Date.parse(record.consentedAt);
  const facts = [
    [t('record.receipt'), record.receiptNo],
    [t('record.consented'), Number.isNaN(consented) ? record.consentedAt : moment(consented, language)],
    [t('record.until'), longDate(record.retainedUntil, language)],
    [t('record.purpose'), record.purpose],
    ...(record.companion === undefined
      ? []
      : [[t('record.companion'), `${record.companion.name} (${record.companion.relation})`] as const]),
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Which paper was signed, for who holds one against it. */
function Checksums({ receipt }: { receipt: ReceiptHashes }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.checksums}>
      <dt>{t('record.receiptPdf')}</dt>
      <dd>{receipt.pdfSha256}</dd>
      <dt>{t('record.receiptFields')}</dt>
      <dd>{receipt.fieldsSha256}</dd>
    </dl>
  );
}
