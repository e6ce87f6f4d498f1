/** A list that main keeps: asked for when the page opens, on reload, and when main says that something changed. */
import { useCallback, useEffect, useState } from 'react';
import type { Answer, Channel } from '../../electron/contract/index.ts';
import { report } from '../preferences.ts';

export function useList<C extends Channel, T>(
  request: () => Promise<Answer<C>>,
  pick: (answer: Extract<Answer<C>, { ok: true }>) => T,
): { readonly rows: T | undefined; readonly reload: () => Promise<void> } {
  const [rows, setRows] = useState<T>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the request of a list never changes while it is shown
  const reload = useCallback(async () => {
    const answer = await request();
    // Nobody asked for a reload: what main refused somebody else meanwhile stays until they have read it.
    if (!answer.ok) report(answer);
    else setRows(pick(answer as Extract<Answer<C>, { ok: true }>));
  }, []);

  useEffect(() => {
    void reload();
    return window.ketuk.onChanged(() => void reload());
  }, [reload]);

  return { rows, reload };
}
