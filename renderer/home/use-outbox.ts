/**
 * The pages of the outbox that are on the screen. Nothing is asked that is not needed: a search asks for what it looks for, and what
 * main says has changed is read anew as far as it is shown.
 */
import { useEffect, useRef, useState } from 'react';
import type { OutboxPage, OutboxRow } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { report } from '../preferences.ts';

export type Filter = Pick<OutboxPage, 'registrationNo' | 'open'>;

const pageLength = 50;
/** As much as main gives at a time. */
const mostAtOnce = 200;

interface Shown {
  readonly filter: Filter;
  readonly rows: readonly OutboxRow[];
  readonly hasMore: boolean;
}

/** Page by page, each beginning behind the last item of the one before. */
export function useOutbox(filter: Filter) {
  const [shown, setShown] = useState<Shown>();
  const wanted = useRef(pageLength);
  const asked = useRef(0);

  async function show(before: readonly OutboxRow[]): Promise<void> {
    const turn = ++asked.current;
    let rows = before;
    let hasMore = true;
    while (hasMore && rows.length < wanted.current) {
      const last = rows.at(-1)?.itemId;
      const after = last === undefined ? {} : { after: last };
      const limit = Math.min(wanted.current - rows.length, mostAtOnce);
      const answer = await ask('outbox.list', { limit, ...filter, ...after });
      // Something else was asked for meanwhile.
      if (turn !== asked.current) return;
      if (!report(answer) || !answer.ok) return;
      rows = [...rows, ...answer.value];
      hasMore = answer.value.length === limit;
    }
    setShown({ filter, rows, hasMore });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: from the top for another filter, and when main says that something changed
  useEffect(() => {
    wanted.current = pageLength;
    void show([]);
    return window.ketuk.onChanged(() => void show([]));
  }, [filter]);

  function more(): Promise<void> {
    const rows = shown?.rows ?? [];
    wanted.current = rows.length + pageLength;
    return show(rows);
  }

  return {
    rows: shown?.rows,
    hasMore: shown?.hasMore ?? false,
    /** How many of them a search has found; nothing while it looks, or where nothing is looked for. */
    found:
      shown?.filter === filter && filter.registrationNo !== undefined
        ? { n: shown.rows.length, nomor: filter.registrationNo }
        : undefined,
    more,
  };
}
