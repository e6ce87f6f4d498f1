/** A panel that slides in from the side: above everything, left with Escape, and the focus returns where it was. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { closePanel } from './panel.ts';
import classes from './Side.module.css';
import { type Bindings, useKeys } from './use-keys.ts';

interface SideProps {
  readonly title: string;
  readonly bindings?: Bindings;
  readonly children: ReactNode;
}

export function Side({ title, bindings = {}, children }: SideProps) {
  const { t } = useTranslation();
  useKeys({ Escape: closePanel, ...bindings }, { over: true });
  return (
    <Drawer
      opened
      onClose={closePanel}
      title={title}
      position="right"
      size="30rem"
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('app.close'), size: 44 }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      classNames={{
        content: classes.content,
        header: classes.header,
        title: classes.title,
        body: classes.body,
        close: classes.close,
      }}
    >
      <div className={classes.start} data-autofocus tabIndex={-1}>
        {children}
      </div>
    </Drawer>
  );
}
