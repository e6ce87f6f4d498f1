/**
 * What can be done now, always in the same place: ways out on the left, the one main action on the right. Each action is a
 * button and a key at once, so that no key exists that the screen does not show.
 */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ActionBar.module.css';
import { Keycap } from './Keycap.tsx';
import { useKeys } from './use-keys.ts';

export interface Action {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  /** `answer`: one of two equals, neither of which Enter chooses. */
  readonly kind: 'primary' | 'plain' | 'answer';
  /** Id of the form this action submits, so that Enter in a field does the same. */
  readonly form?: string;
}

interface ActionBarProps {
  readonly actions: readonly Action[];
  readonly beside?: ReactNode;
  /** Part of a dialog. */
  readonly over?: boolean;
}

export function ActionBar({ actions, beside, over = false }: ActionBarProps) {
  useKeys(Object.fromEntries(actions.map((action) => [action.key, action.run])), { over });
  if (actions.length === 0 && !beside) return null;
  const equals = actions.filter((action) => action.kind === 'answer');
  const sides = actions.filter((action) => action.kind === 'plain');
  const main = actions.filter((action) => action.kind === 'primary');
  return (
    <div className={classes.bar} data-equal={equals.length > 0 || undefined}>
      {beside}
      <div className={classes.sides}>{sides.map(button)}</div>
      {equals.length > 0 && <div className={classes.equals}>{equals.map(button)}</div>}
      <div className={classes.main}>{main.map(button)}</div>
    </div>
  );
}

function button(action: Action) {
  return (
    <Button
      key={action.label}
      classNames={{ root: classes.button, inner: classes.inner, label: classes.label }}
      data-kind={action.kind}
      rightSection={<Keycap of={action.key} tone={action.kind === 'primary' ? 'onAct' : 'plain'} />}
      aria-keyshortcuts={action.key === 'Escape' ? 'Escape' : action.key}
      {...(action.form === undefined
        ? { onClick: action.run }
        : { type: 'submit' as const, form: action.form })}
    >
      {action.label}
    </Button>
  );
}
