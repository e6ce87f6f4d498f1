/** One listener for all keys of the page. The layer laid last is asked first; a modal layer lets nothing through. */
import { useEffect, useRef } from 'react';
import { meaningOf, type Place } from './key-map.ts';

export type Bindings = Readonly<Record<string, (() => void) | undefined>>;

interface Layer {
  bindings: Bindings;
  modal: boolean;
}

const layers: Layer[] = [];

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'ground';
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return 'field';
  if (target instanceof HTMLInputElement)
    return target.type === 'radio' || target.type === 'checkbox' ? 'control' : 'field';
  return target.closest('button, a, summary') === null ? 'ground' : 'control';
}

function hear(event: KeyboardEvent): void {
  const key = meaningOf(event, placeOf(event.target));
  if (key === undefined) return;
  for (const layer of [...layers].reverse()) {
    const run = layer.bindings[key];
    if (run !== undefined) {
      event.preventDefault();
      run();
      return;
    }
    if (layer.modal) return;
  }
}

/** Lays the bindings over those of the screens below, as long as the component is there and `on`. */
export function useKeys(bindings: Bindings, { modal = false, on = true } = {}): void {
  const layer = useRef<Layer>({ bindings, modal });
  layer.current.bindings = bindings;
  layer.current.modal = modal;

  useEffect(() => {
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
