/** The transition table of data balikan: sound in itself, and drawn in the docs as it is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { balikanDiagram } from './balikan-diagram.ts';
import {
  type BalikanStatus,
  balikanEvents,
  balikanRules,
  balikanStatuses,
  nextBalikanStatus,
} from './balikan-state.ts';

const page = readFileSync(new URL('../../docs/balikan-states.md', import.meta.url), 'utf8');

const following = (from: BalikanStatus) =>
  balikanEvents.flatMap((event) => nextBalikanStatus(from, event) ?? []);

function reach(start: BalikanStatus): Set<BalikanStatus> {
  const seen = new Set([start]);
  for (const at of seen) for (const to of following(at)) seen.add(to);
  return seen;
}

describe('the states of a data-balikan item', () => {
  it('stand in the docs as they stand in the code', () => {
    expect(page).toContain(balikanDiagram());
  });

  it('lead from QUEUED to every state, and from every state to an end that nothing follows', () => {
    const ends = ['ACKNOWLEDGED', 'HANDED_OVER'] as const;
    expect([...reach('QUEUED')].sort()).toEqual([...balikanStatuses].sort());
    for (const status of balikanStatuses)
      expect(
        ends.some((end) => reach(status).has(end)),
        status,
      ).toBe(true);
    expect(ends.flatMap(following)).toEqual([]);
  });

  it('are left by a person only where the program can do no more, or has nowhere to send to', () => {
    const byPeople = balikanEvents.filter((event) => 'action' in balikanRules[event]);
    expect(byPeople).toEqual(['CORRECT', 'PARK', 'RETRY', 'HAND_OVER']);
    expect(byPeople.flatMap((event) => nextBalikanStatus('SENDING', event) ?? [])).toEqual([]);
  });
});
