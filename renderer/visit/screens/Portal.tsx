/**
 * The officer asks in the official portal: the NIK to enter, large, and the answers that can be read there, to the letter. A
 * digit chooses and Enter records, because some of these answers stop the whole counter.
 */
import { IconCheck, IconWorldSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortalAnswer, VisitView } from '../../../electron/contract/index.ts';
import { officialTexts, portalAnswers } from '../../../electron/contract/inquiry.ts';
import { Nik } from '../../person/index.ts';
import { type Action, Keycap, keepFocus, keys, Screen, useKeys } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import classes from './Portal.module.css';
import { QuotaNote } from './QuotaNote.tsx';

/** The nine official answers have the numbers of the guide, 1 to 9; no answer at all is 0. */
function keyOf(index: number): string {
  return String((index + 1) % portalAnswers.length);
}

export function Portal({ view, nik }: { view: VisitView; nik: string }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const [chosen, setChosen] = useState<PortalAnswer>();
  useKeys(Object.fromEntries(portalAnswers.map((answer, index) => [keyOf(index), () => setChosen(answer)])));
  const found: Action = {
    key: keys.found,
    label: t('asking.portal.found'),
    run: () => goWithin('comparing'),
    kind: chosen === undefined ? 'primary' : 'plain',
  };
  const record: Action[] =
    chosen === undefined
      ? []
      : [
          {
            key: keys.primary,
            label: t('asking.portal.record'),
            run: () => send({ kind: 'portalAnswered', answer: chosen }),
            kind: 'primary',
          },
        ];

  return (
    <Screen
      name="portal"
      compact
      icon={<IconWorldSearch size={32} stroke={1.8} />}
      title={t('asking.portal.title')}
      lead={t('asking.portal.lead')}
      actions={[...waysOut(view), found, ...record]}
    >
      <p className={classes.nik}>
        <Nik digits={nik} />
      </p>
      <section aria-labelledby="jawaban-portal">
        <div className={classes.heading}>
          <h2 id="jawaban-portal">{t('asking.portal.answers')}</h2>
          <p>{t('asking.portal.counted')}</p>
          <QuotaNote quota={view.quota} />
        </div>
        <ul className={classes.answers}>
          {portalAnswers.map((answer, index) => (
            <li key={answer} data-own={answer === 'UNREACHABLE' || undefined}>
              <button
                type="button"
                onMouseDown={keepFocus}
                aria-pressed={answer === chosen}
                onClick={() => setChosen(answer)}
              >
                <Keycap of={keyOf(index)} />
                <span lang={answer === 'UNREACHABLE' ? undefined : 'id'}>
                  {answer === 'UNREACHABLE' ? t('asking.portal.unreachable') : officialTexts[answer]}
                </span>
                {answer === chosen && <IconCheck size={18} stroke={3} aria-hidden="true" />}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Screen>
  );
}
