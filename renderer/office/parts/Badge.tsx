/** The state of a person, a card or a paper, in one word that its colour repeats. */
import type { ReactNode } from 'react';
import classes from './badge.module.css';

export type Tone = 'good' | 'warn' | 'broken' | 'plain';

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
