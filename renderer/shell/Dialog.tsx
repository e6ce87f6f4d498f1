/** A dialog above the screen: a heading, what it is about, and its actions always in sight at the foot. */
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
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
      <Ground>{children}</Ground>
      <div className={classes.actions}>
        <ActionBar actions={actions} over />
      </div>
    </Modal>
  );
}

/**
 * A dialog begins with its first field, or with its first sentence where it has none. Unmarked the focus would go to the cross that closes
 * it, and Enter with it.
 */
function Ground({ children }: { children: ReactNode }) {
  const ground = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = ground.current?.querySelector('form :is(input, textarea, select, button)');
    const sentence = ground.current?.querySelector('p') ?? ground.current;
    sentence?.setAttribute('tabindex', '-1');
    (field ?? sentence)?.setAttribute('data-autofocus', 'true');
  }, []);
  return (
    <div ref={ground} className={classes.text}>
      {children}
    </div>
  );
}
