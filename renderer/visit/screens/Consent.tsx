/**
 * The question to the resident: what, why, how long, which rights, and two equal answers. Neither answer is
 * preselected, and each takes the same number of steps.
 */
import { useTranslation } from 'react-i18next';
import type { ConsentQuestion, VisitView } from '../../../electron/contract/index.ts';
import { longDate, retention } from '../../format/index.ts';
import { Nik } from '../../person/index.ts';
import { usePreferences } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import { asked } from '../asked.ts';
import { goWithin } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import classes from './Consent.module.css';

export function Consent({ view, question }: { view: VisitView; question: ConsentQuestion }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const language = usePreferences((state) => state.language);
  const items = asked(question.values);
  return (
    <Screen
      name="consent"
      compact
      eyebrow={`${t('visit.consent.eyebrow')} · ${t('visit.consent.notice', { version: question.noticeVersion, receipt: question.receiptNo })}`}
      title={t('visit.consent.title', { n: items.length })}
      lead={<strong className={classes.free}>{t('visit.consent.free')}</strong>}
      actions={[
        ...waysOut(view),
        { key: keys.no, label: t('visit.consent.no'), run: () => goWithin('refused'), kind: 'answer' },
        { key: keys.yes, label: t('visit.consent.yes'), run: () => goWithin('agreed'), kind: 'answer' },
      ]}
    >
      <div className={classes.sheet}>
        <section aria-labelledby="yang-disimpan">
          <h2 id="yang-disimpan">{t('visit.consent.what')}</h2>
          <dl className={classes.values}>
            {items.map(({ element, label, value, reason }) => (
              <div key={element}>
                <dt>{label[language]}</dt>
                <dd className={classes.value}>{element === 'NIK' ? <Nik digits={value} /> : value}</dd>
                <dd className={classes.reason}>{reason}</dd>
              </div>
            ))}
          </dl>
        </section>
        <dl className={classes.terms}>
          <div>
            <dt>{t('visit.consent.why')}</dt>
            <dd>
              {question.purpose} <span className={classes.by}>{question.institution}</span>
            </dd>
          </div>
          <div>
            <dt>{t('visit.consent.howLong')}</dt>
            <dd>
              {t('visit.consent.until', {
                retention: retention(question.retention, language),
                date: longDate(question.retainedUntil, language),
              })}
            </dd>
          </div>
          <div>
            <dt>{t('visit.consent.rights')}</dt>
            <dd>{t('visit.consent.rightsText')}</dd>
          </div>
          <div>
            <dt>{t('visit.consent.basis')}</dt>
            <dd>{t('visit.consent.basisText', { number: question.agreementNumber })}</dd>
          </div>
          <div>
            <dt>{t('visit.consent.notPart')}</dt>
            <dd>{t('visit.consent.notPartText', { fields: question.balikanLabels.join(', ') })}</dd>
          </div>
        </dl>
      </div>
    </Screen>
  );
}
