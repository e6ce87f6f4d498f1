/** A dialog above the screen: a heading, what it is about, and its actions always in sight at the foot. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Action, ActionBar } from './ActionBar.tsx';
import classes from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly actions: readonly Action[];
  readonly onClose: () => void;
  /** Room for a form. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, actions, onClose, wide = false, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      size={wide ? '54rem' : '36rem'}
      closeOnEscape={false}
      closeOnClickOutside={!wide}
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
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>
        <ActionBar actions={actions} over />
      </div>
    </Modal>
  );
}
