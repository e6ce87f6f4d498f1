/** One task: a heading that says what to do, what is needed for it, and the actions. The heading takes the focus. */
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { type Action, ActionBar } from './ActionBar.tsx';
import classes from './Screen.module.css';

interface ScreenProps {
  /** A new name is a new task: the focus moves to its heading, unless a field asked for it. */
  readonly name: string;
  readonly eyebrow?: ReactNode;
  readonly icon?: ReactNode;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions: readonly Action[];
  readonly tone?: 'plain' | 'good' | 'warn' | 'broken';
  readonly width?: 'text' | 'full';
  readonly align?: 'start' | 'centre';
  readonly focusField?: boolean;
  /** Much to read at once: a smaller heading, so that nothing has to be scrolled. */
  readonly compact?: boolean;
  /** Stands large beside heading and content. */
  readonly picture?: ReactNode;
  /** Shown in the bar of actions, left of them. */
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

export function Screen(props: ScreenProps) {
  const { name, eyebrow, icon, title, lead, actions, picture, children, focusField = false } = props;
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new task moves the focus, a new drawing of it does not
  useEffect(() => {
    window.scrollTo(0, 0);
    if (!focusField) heading.current?.focus({ preventScroll: true });
  }, [name]);

  return (
    <main id="isi" className={classes.main} tabIndex={-1} data-screen={name}>
      <div
        className={classes.task}
        data-tone={props.tone ?? 'plain'}
        data-width={props.width ?? 'full'}
        data-align={props.align ?? 'start'}
        data-compact={props.compact || undefined}
        data-beside={picture === undefined ? undefined : true}
      >
        <div className={classes.head}>
          {icon !== undefined && <div className={classes.icon}>{icon}</div>}
          <div>
            {eyebrow !== undefined && <p className={classes.eyebrow}>{eyebrow}</p>}
            <h1 ref={heading} tabIndex={-1}>
              {together(title)}
            </h1>
            {lead !== undefined && (
              <div className={classes.lead}>{typeof lead === 'string' ? together(lead) : lead}</div>
            )}
          </div>
        </div>
        {picture !== undefined && <div className={classes.picture}>{picture}</div>}
        {children}
      </div>
      <ActionBar actions={actions} beside={props.beside} />
    </main>
  );
}

/** The name of the card is never torn apart at its hyphen. */
function together(text: string): ReactNode {
  const [first, ...rest] = text.split('KTP-el');
  return (
    <>
      {first}
      {rest.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence are known by their place
        <Fragment key={index}>
          <span className={classes.together}>KTP-el</span>
          {part}
        </Fragment>
      ))}
    </>
  );
}
