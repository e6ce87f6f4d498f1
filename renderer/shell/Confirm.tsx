/** A question before something ends. Enter says yes, Escape goes back. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Action, ActionBar } from './ActionBar.tsx';
import classes from './Confirm.module.css';
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
  const { t } = useTranslation();
  const actions: readonly Action[] = [
    { key: keys.back, label: no, run: onNo, kind: 'plain' },
    { key: keys.primary, label: yes, run: onYes, kind: 'primary' },
  ];
  return (
    <Modal
      opened
      onClose={onNo}
      title={title}
      centered
      size="36rem"
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('app.close'), size: 44 }}
      overlayProps={{ backgroundOpacity: 0.5 }}
      classNames={{
        content: classes.content,
        header: classes.header,
        title: classes.title,
        body: classes.body,
        close: classes.close,
      }}
    >
      <p className={classes.text} data-autofocus tabIndex={-1}>
        {text}
      </p>
      <div className={classes.actions}>
        <ActionBar actions={actions} over />
      </div>
    </Modal>
  );
}
