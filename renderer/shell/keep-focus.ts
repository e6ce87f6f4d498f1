/**
 * For buttons beside the task: pressed with a mouse they act and leave the focus where it is, so that Enter still means the main
 * action. The keyboard reaches them as ever.
 */
import type { MouseEvent } from 'react';

export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
