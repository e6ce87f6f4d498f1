/** A button that is no way on by itself: it turns a page, opens a list, picks a file. */
import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';
import classes from './QuietButton.module.css';

type QuietButtonProps = Omit<ButtonProps, 'variant' | 'className'> &
  Omit<ComponentPropsWithoutRef<'button'>, 'className' | keyof ButtonProps>;

export function QuietButton(props: QuietButtonProps) {
  return <Button variant="default" className={classes.quiet ?? ''} {...props} />;
}
