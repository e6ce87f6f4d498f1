/** Fields that belong side by side, where there is room. */
import type { ReactNode } from 'react';
import classes from './parts.module.css';

export function Row({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
