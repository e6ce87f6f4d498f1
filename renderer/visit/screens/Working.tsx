/** Something is under way: a word, a small movement, nothing to do. */
import classes from './Working.module.css';

export function Working({ label, quiet = false }: { label: string; quiet?: boolean }) {
  return (
    <p className={classes.working} data-quiet={quiet || undefined}>
      <span className={classes.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {label}
    </p>
  );
}
