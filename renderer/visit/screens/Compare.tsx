/**
 * Data was found: the officer compares it with the applicant's papers, element by element. A digit marks what differs; that all
 * agree has a key of its own, so that nobody says so by pressing Enter once too often.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedElement, DataElement, VisitView } from '../../../electron/contract/index.ts';
import { VerdictTag } from '../../person/index.ts';
import { type Action, Keycap, keepFocus, keys, Screen, useKeys } from '../../shell/index.ts';
import { lineOf } from '../element-lines.ts';
import { goWithin, send } from '../store.ts';
import { useElementLabel } from '../use-element-label.ts';
import { useWaysOut } from '../ways-out.ts';
import classes from './Compare.module.css';

export function Compare({ view, rows }: { view: VisitView; rows: readonly ComparedElement[] }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const labelOf = useElementLabel();
  const inPortal = view.portal !== undefined;
  const [differing, setDiffering] = useState<readonly DataElement[]>([]);

  function toggle(element: DataElement): void {
    setDiffering((now) =>
      now.includes(element) ? now.filter((other) => other !== element) : [...now, element],
    );
  }

  useKeys(Object.fromEntries(rows.map(({ element }, index) => [String(index + 1), () => toggle(element)])));
  const back: Action[] = inPortal
    ? [{ key: keys.back, label: t('asking.compare.back'), run: () => goWithin(undefined), kind: 'plain' }]
    : waysOut(view);
  const answer: Action =
    differing.length === 0
      ? {
          key: keys.yes,
          label: t('asking.compare.allEqual'),
          run: () => send({ kind: 'compared', differing: [] }),
          kind: 'primary',
        }
      : {
          key: keys.primary,
          label: t('asking.compare.differ', { n: differing.length }),
          run: () => send({ kind: 'compared', differing: [...differing] }),
          kind: 'primary',
        };

  return (
    <Screen
      name="compare"
      compact
      title={t('asking.compare.title')}
      lead={t(inPortal ? 'asking.compare.portalLead' : 'asking.compare.fetchLead')}
      actions={[...back, answer]}
    >
      <ul className={classes.rows} aria-label={t('asking.compare.table')}>
        {rows.map(({ element, own, found }, index) => {
          const differs = differing.includes(element);
          return (
            <li key={element}>
              <button
                type="button"
                onMouseDown={keepFocus}
                aria-pressed={differs}
                data-verdict={differs ? 'BERBEDA' : undefined}
                onClick={() => toggle(element)}
              >
                <Keycap of={String(index + 1)} />
                <span className={classes.words}>
                  <strong>{labelOf(element)}</strong>
                  <Lines own={lineOf(own)} found={lineOf(found)} />
                </span>
                {differs && <VerdictTag verdict="BERBEDA" />}
              </button>
            </li>
          );
        })}
      </ul>
    </Screen>
  );
}

/** What both have to the letter is read once. */
function Lines({ own, found }: { own: string; found: string }) {
  const { t } = useTranslation();
  if (own === found) return <span className={classes.line}>{own}</span>;
  return (
    <>
      {own !== '' && <Line label={t('asking.compare.own')} value={own} />}
      {found !== '' && <Line label={t('asking.compare.dukcapil')} value={found} />}
    </>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <span className={classes.line}>
      <small>{label}</small> {value}
    </span>
  );
}
