/**
 * The question to the resident in the words of the notice, which the visit process wrote, and two equal answers.
 * Neither answer is preselected, and each takes the same number of steps.
 */
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { askedElements } from '../../../electron/contract/asked-elements.ts';
import type { ConsentQuestion, VisitView } from '../../../electron/contract/index.ts';
import { Nik } from '../../person/index.ts';
import { usePreferences } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import { goWithin } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import classes from './Consent.module.css';

export function Consent({ view, question }: { view: VisitView; question: ConsentQuestion }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const notice = question.notice[usePreferences((state) => state.language)];
  const values = new Map(askedElements(question.values).map(({ element, value }) => [element, value]));
  const relevance = notice.items.find(({ item }) => item === 'RELEVANCE');
  return (
    <Screen
      name="consent"
      compact
      eyebrow={t('visit.consent.eyebrow')}
      title={notice.heading}
      lead={
        <>
          {notice.request} <strong className={classes.free}>{notice.voluntary}</strong>
        </>
      }
      actions={[
        ...waysOut(view),
        { key: keys.no, label: t('visit.consent.no'), run: () => goWithin('refused'), kind: 'answer' },
        { key: keys.yes, label: t('visit.consent.yes'), run: () => goWithin('agreed'), kind: 'answer' },
      ]}
    >
      <div className={classes.sheet}>
        <section aria-labelledby="yang-disimpan">
          <h2 id="yang-disimpan">{relevance?.title}</h2>
          <dl className={classes.values}>
            {notice.elements.map(({ element, label, reason }) => (
              <div key={element}>
                <dt>{breakable(label)}</dt>
                <dd className={classes.value}>
                  {element === 'NIK' ? <Nik digits={values.get(element) ?? ''} /> : values.get(element)}
                </dd>
                <dd className={classes.reason}>{reason}</dd>
              </div>
            ))}
          </dl>
        </section>
        <div>
          <dl className={classes.terms}>
            {notice.items
              .filter(({ item }) => item !== 'RELEVANCE')
              .map(({ item, title, text }) => (
                <div key={item}>
                  <dt>{title}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            <div>
              <dt>{notice.apart.title}</dt>
              <dd>{notice.apart.text}</dd>
            </div>
          </dl>
          <p className={classes.by}>{notice.footer}</p>
        </div>
      </div>
    </Screen>
  );
}

/** Some names of elements are one long word with slashes in it, and a slash is where it may go on in the next line. */
function breakable(label: string) {
  return label.split('/').map((word, at) => (
    <Fragment key={word}>
      {at > 0 && (
        <>
          /<wbr />
        </>
      )}
      {word}
    </Fragment>
  ));
}
