/** What is owed, what is left and what was done, as four figures large enough to be read standing. */
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { age, number } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import { hashOf } from './place.ts';
import { leftOf } from './quota-left.ts';
import classes from './Tiles.module.css';

/** Above this share of the quota the officer is told. */
const quotaWarning = 0.8;

export function Tiles({ home }: { home: OpenHome }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { waiting, oldestAgeMs, needsPerson } = home.outbox;
  const { used, limit, closed } = home.quota;
  const scarce = closed || (limit !== null && used >= limit * quotaWarning);
  const left = leftOf(home.quota);
  return (
    <dl className={classes.tiles}>
      <div>
        <dt>{t('home.today')}</dt>
        <Large>{number(home.today.served, language)}</Large>
        <dd className={classes.note}>
          {t('home.withoutService', { n: number(home.today.closedWithoutService, language) })}
        </dd>
      </div>
      <div data-tone={scarce ? 'warn' : undefined}>
        <dt>{t('home.quota')}</dt>
        <Large>{left === null ? t('home.quotaUnlimited') : number(left, language)}</Large>
        <dd className={classes.note}>
          {limit === null
            ? t('home.quotaUsed', { used: number(used, language) })
            : t('home.quotaOf', { used: number(used, language), limit: number(limit, language) })}
          {limit !== null && (
            <span className={classes.bar} aria-hidden="true">
              <span style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
            </span>
          )}
        </dd>
      </div>
      <div data-target data-tone={needsPerson > 0 ? 'warn' : undefined}>
        <dt>
          <a href={hashOf.outbox}>{t('home.balikan')}</a>
        </dt>
        <Large>{number(waiting, language)}</Large>
        <dd className={classes.note}>
          {waiting === 0 || oldestAgeMs === null
            ? t('home.balikanNone')
            : t('home.balikanAge', { age: age(oldestAgeMs, language) })}
          {needsPerson > 0 && (
            <strong className={classes.person}>
              {t('home.balikanPerson', { n: number(needsPerson, language) })}
            </strong>
          )}
        </dd>
      </div>
      <div data-target>
        <dt>
          <a href={hashOf.kept}>{t('home.kept')}</a>
        </dt>
        <Large>{number(home.keptCount, language)}</Large>
        <dd className={classes.note}>{t('home.keptNote')}</dd>
      </div>
    </dl>
  );
}

/** As large as its length allows. */
function Large({ children }: { readonly children: string }) {
  return (
    <dd className={classes.figure} style={{ '--signs': children.length } as CSSProperties}>
      {children}
    </dd>
  );
}
