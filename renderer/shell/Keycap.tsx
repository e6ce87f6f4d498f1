/** The key that does the same as the button it stands in. */
import classes from './Keycap.module.css';
import { capOf } from './key-map.ts';

export function Keycap({ of: key, tone = 'plain' }: { of: string; tone?: 'plain' | 'onAct' }) {
  return (
    <span className={classes.cap} data-tone={tone} aria-hidden="true">
      {capOf(key)}
    </span>
  );
}
