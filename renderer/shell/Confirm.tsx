/** A question before something ends. Enter says yes, Escape goes back. */
import type { Action } from './ActionBar.tsx';
import classes from './Confirm.module.css';
import { Dialog } from './Dialog.tsx';
import { keys } from './key-map.ts';

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Confirm({ title, text, yes, no, onYes, onNo }: ConfirmProps) {
  const actions: readonly Action[] = [
    { key: keys.back, label: no, run: onNo, kind: 'plain' },
    { key: keys.primary, label: yes, run: onYes, kind: 'primary' },
  ];
  return (
    <Dialog title={title} actions={actions} onClose={onNo}>
      <p className={classes.text}>{text}</p>
    </Dialog>
  );
}
