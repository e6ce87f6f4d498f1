/**
 * One listener for all keys of the page. The layer laid last is asked first. While a dialog is open only its own layers are
 * asked, whatever changes on the screen beneath it.
 */
import { useLayoutEffect, useRef } from 'react';
import { meaningOf, type Place } from './key-map.ts';

export type Bindings = Readonly<Record<string, (() => void) | undefined>>;

interface Layer {
  bindings: Bindings;
  readonly over: boolean;
}

const layers: Layer[] = [];

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'ground';
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return 'field';
  if (target instanceof HTMLInputElement)
    return target.type === 'radio' || target.type === 'checkbox' ? 'control' : 'field';
  return target.closest('button, a, summary') === null ? 'ground' : 'control';
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}

function hear(event: KeyboardEvent): void {
  const dialog = layers.filter(({ over }) => over);
  // A dialog takes the focus a moment after it is there: until then a button beneath it still has it, and must not be pressed.
  const beneath = dialog.length > 0 && !inDialog(event.target);
  const key = meaningOf(event, beneath ? 'ground' : placeOf(event.target));
  if (key === undefined) return;
  if (beneath) event.preventDefault();
  const heard = dialog.length > 0 ? dialog : layers;
  const run = heard.findLast(({ bindings }) => bindings[key] !== undefined)?.bindings[key];
  if (run === undefined) return;
  event.preventDefault();
  run();
}

/** Lays the bindings over those of the screen, as long as the component is there and `on`. `over`: part of a dialog. */
export function useKeys(bindings: Bindings, { over = false, on = true } = {}): void {
  const layer = useRef<Layer>({ bindings, over });
  layer.current.bindings = bindings;

  // With the screen itself, not a moment later: a key that follows at once means what is seen.
  useLayoutEffect(() => {
    if (!on) return;
    const mine = layer.current;
    if (layers.length === 0) window.addEventListener('keydown', hear);
    layers.push(mine);
    return () => {
      layers.splice(layers.indexOf(mine), 1);
      if (layers.length === 0) window.removeEventListener('keydown', hear);
    };
  }, [on]);
}
