/** What a person may do now, as buttons that open a form; the grave ones – what takes something away – stand last and say so by colour. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './act-button.module.css';

interface ActButtonProps {
  /** Name of the act, by which a button is found whatever it says. */
  readonly act: string;
  readonly grave?: boolean;
  /** Where the words of the button do not say what it is about. */
  readonly label?: string;
  readonly onWant: () => void;
  readonly children: ReactNode;
}

export function ActButton({ act, grave = false, label, onWant, children }: ActButtonProps) {
  return (
    <Button
      variant="default"
      className={classes.act ?? ''}
      data-act={act}
      data-grave={grave || undefined}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onClick={onWant}
    >
      {children}
    </Button>
  );
}

export function ActRow({ children }: { children: ReactNode }) {
  return <div className={classes.acts}>{children}</div>;
}

/** The way on first, what takes something away last. */
export function graveLast<T>(acts: readonly T[], grave: ReadonlySet<T>): readonly T[] {
  return [...acts.filter((act) => !grave.has(act)), ...acts.filter((act) => grave.has(act))];
}
