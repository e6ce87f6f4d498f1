/** An official answer: first verbatim, then what it means and what to do. No value of a resident stands beside it. */
import { IconMessageReport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { residentNotices } from '../../../electron/contract/inquiry.ts';
import { noticeTexts } from '../../../electron/contract/notice-texts.ts';
import { useText } from '../../preferences.ts';
import { Screen } from '../../shell/index.ts';
import { useWaysOn } from '../ways-on.ts';
import classes from './Notice.module.css';

export function Notice({ view, notice }: { view: VisitView; notice: NonNullable<VisitView['notice']> }) {
  const { t } = useTranslation();
  const text = useText();
  const waysOn = useWaysOn();
  const { explanation, action } = noticeTexts[notice.notice];
  const aboutResident = (residentNotices as readonly string[]).includes(notice.notice);
  const eyebrow = aboutResident
    ? 'visit.notice.resident'
    : notice.notice === 'UNKNOWN_ANSWER'
      ? 'visit.notice.unknown'
      : 'visit.notice.institution';
  return (
    <Screen
      name={`notice-${notice.notice}`}
      tone="warn"
      eyebrow={t(eyebrow)}
      icon={<IconMessageReport size={34} stroke={1.8} />}
      title={t('visit.notice.official')}
      width="text"
      actions={waysOn(view)}
    >
      <blockquote className={classes.official} lang="id">
        <p>{notice.text}</p>
        {notice.code !== undefined && <footer>{t('visit.notice.code', { code: notice.code })}</footer>}
      </blockquote>
      <dl className={classes.reading}>
        <div>
          <dt>{t('visit.notice.meaning')}</dt>
          <dd>{text(explanation)}</dd>
        </div>
        <div className={classes.todo}>
          <dt>{t('visit.notice.todo')}</dt>
          <dd>{text(action)}</dd>
        </div>
      </dl>
    </Screen>
  );
}
