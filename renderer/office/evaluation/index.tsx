/**
 * What a visitor of Dukcapil looks at while the screen is locked behind them: counts and states of one agreement in one period, as
 * tables, and nothing that can be changed. Whoever began it comes back by the door.
 */
import { useTranslation } from 'react-i18next';
import type { EvaluationStart } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { moment, number } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { useList } from '../../home/use-list.ts';
import { usePreferences } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import { Figures } from '../reports/Figures.tsx';
import { periodText } from '../reports/period.ts';
import classes from './evaluation.module.css';
import { tablesOf } from './tables.ts';

interface EvaluationPageProps {
  readonly shown: EvaluationStart;
  readonly onEnd: () => void;
}

export function EvaluationPage({ shown, onEnd }: EvaluationPageProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { rows: view } = useList(
    () => ask('evaluation.view', undefined),
    (answer) => answer.value,
  );
  const written = {
    n: (value: number) => number(value, language),
    at: (value: number | null) => (value === null ? '–' : moment(value, language)),
    t,
  };
  return (
    <Screen
      name="evaluation"
      eyebrow={shown.visitor}
      title={t('evaluation.title')}
      lead={t('reports.evaluation')}
      actions={[{ key: keys.back, label: t('evaluation.end'), run: onEnd, kind: 'plain' }]}
    >
      {view !== undefined && (
        <div className={classes.tables}>
          <p className={classes.about}>{`${view.number} · ${periodText(t, shown, language)}`}</p>
          <div className={classes.part}>
            <h2>{t('evaluation.figures')}</h2>
            <Figures figures={view.figures} name={t('evaluation.title')} />
          </div>
          {tablesOf(view, written).map(({ of, title, heads, rows }) => (
            <div key={of} className={classes.part}>
              <h2>{title}</h2>
              <Table label={title} caption={title} heads={heads} rows={rows} empty={t('evaluation.none')} />
            </div>
          ))}
          <p className={classes.about}>
            {t(view.audit.brokenAt === null ? 'evaluation.whole' : 'evaluation.broken', {
              n: written.n(view.audit.entries),
              hash: view.audit.headHash.slice(0, 16),
            })}
          </p>
        </div>
      )}
    </Screen>
  );
}
