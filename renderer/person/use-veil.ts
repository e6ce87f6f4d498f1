/** After a while without action, or at once with F8, the values leave the screen; any key brings them back. */
import { useEffect } from 'react';

interface VeilOptions {
  readonly seconds: number;
  readonly veiled: boolean;
  readonly veil: (veiled: boolean) => void;
  /** A change of this counts as action. */
  readonly sign?: string;
}

export function useVeil({ seconds, veiled, veil, sign }: VeilOptions): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new sign starts the clock again
  useEffect(() => {
    if (veiled) return onAnyKey(() => veil(false));
    let timer = window.setTimeout(() => veil(true), seconds * 1000);
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => veil(true), seconds * 1000);
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove'] as const;
    for (const kind of kinds) window.addEventListener(kind, again, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const kind of kinds) window.removeEventListener(kind, again);
    };
  }, [veiled, seconds, veil, sign]);
}

/** The key that lifts the veil does nothing else. */
function onAnyKey(lift: () => void): () => void {
  const hear = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    lift();
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}
