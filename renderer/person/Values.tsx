/** Values of a resident in the order of the profile, as they arrive, with the answer of the match beside each. */
import { IconCircleCheckFilled, IconSwitchHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { elementCatalogue } from '../../electron/contract/elements.ts';
import type { ElementPart, ShownValue, ShownVerdict, Verdict } from '../../electron/contract/index.ts';
import { nikGroups } from '../format/index.ts';
import { usePreferences } from '../preferences.ts';
import classes from './Values.module.css';

export function useLabel(): (part: ElementPart) => string {
  const language = usePreferences((state) => state.language);
  return (part) => elementCatalogue[part][language === 'id' ? 'label' : 'labelEn'];
}

interface ValuesProps {
  readonly label: string;
  readonly values: readonly ShownValue[];
  readonly verdicts?: readonly ShownVerdict[];
  /** Rows still to come, drawn as blanks. */
  readonly awaited?: number;
}

export function Values({ label, values, verdicts = [], awaited = 0 }: ValuesProps) {
  const labelOf = useLabel();
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.part, verdict]));
  const rows = [...values].sort(
    (one, other) => Number(differs(verdictOf.get(other.part))) - Number(differs(verdictOf.get(one.part))),
  );
  const blanks = Math.max(0, awaited - values.length);
  return (
    <dl className={classes.values} aria-label={label}>
      {rows.map(({ part, value }) => {
        const verdict = verdictOf.get(part);
        return (
          <div key={part} className={classes.cell} data-part={part} data-verdict={verdict?.verdict}>
            <dt>{labelOf(part)}</dt>
            <dd className={classes.value}>{part === 'NIK' ? <Nik digits={value} /> : value}</dd>
            {verdict !== undefined && (
              <dd className={classes.verdict}>
                <VerdictTag verdict={verdict.verdict} />
              </dd>
            )}
          </div>
        );
      })}
      {Array.from({ length: blanks }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blanks have no identity of their own
        <div key={`blank-${index}`} className={classes.blank} aria-hidden="true">
          <dt />
          <dd />
        </div>
      ))}
    </dl>
  );
}

function differs(verdict: ShownVerdict | undefined): boolean {
  return verdict?.verdict === 'BERBEDA';
}

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const Icon = verdict === 'SESUAI' ? IconCircleCheckFilled : IconSwitchHorizontal;
  return (
    <span className={classes.tag} data-verdict={verdict}>
      <Icon size={18} aria-hidden="true" />
      {t(`visit.verdict.${verdict}`)}
    </span>
  );
}

/** Region, birth, serial; spaced for the eye, one number for a screen reader. */
export function Nik({ digits }: { digits: string }) {
  return (
    <span className={classes.nik}>
      {nikGroups(digits).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a NIK are known by their place
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
