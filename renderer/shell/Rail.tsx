/** The green rail: which program, which counter, and where in the work we are. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, type PetalState } from './Mark.tsx';
import classes from './Rail.module.css';

interface RailProps {
  readonly petals?: readonly PetalState[];
  readonly operator: string | undefined;
  readonly counter: ReactNode;
  readonly slim?: boolean;
  /** Beneath the name: what the person at the counter can do about being it. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

export function Rail({ petals, operator, counter, slim = false, foot, children }: RailProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.rail} data-slim={slim || undefined}>
      <div className={classes.brand}>
        <Mark size={40} {...(petals === undefined ? {} : { petals })} />
        <span className={classes.words}>
          <span className={classes.name}>{t('app.name')}</span>
          <span className={classes.tagline}>{t('app.tagline')}</span>
        </span>
      </div>
      <div className={classes.middle}>{children}</div>
      {operator !== undefined && (
        <div className={classes.who}>
          <p>
            <strong>{operator}</strong>
            <span>{counter}</span>
          </p>
          {foot !== undefined && <div className={classes.foot}>{foot}</div>}
        </div>
      )}
      <Pattern />
    </div>
  );
}

/** A corner of kawung cloth, barely there. */
function Pattern() {
  return (
    <svg className={classes.pattern} aria-hidden="true">
      <defs>
        <pattern id="kawung" width="56" height="56" patternUnits="userSpaceOnUse">
          {[
            [0, 0],
            [56, 0],
            [0, 56],
            [56, 56],
            [28, 28],
          ].map(([x, y]) => (
            <g key={`${x}-${y}`} transform={`translate(${x} ${y})`}>
              {[45, 135, 225, 315].map((turn) => (
                <path
                  key={turn}
                  transform={`rotate(${turn})`}
                  d="M0 -3 C 6.5 -7 6.5 -13 0 -17.5 C -6.5 -13 -6.5 -7 0 -3 Z"
                />
              ))}
            </g>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#kawung)" />
    </svg>
  );
}
