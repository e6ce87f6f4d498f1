/** The transition tables of SAM cards and readers: sound in themselves, and drawn in the docs as they are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readerDiagram, samDiagram } from './sam-diagram.ts';
import {
  nextSamStatus,
  readerStatuses,
  readerTransitions,
  samEvents,
  samRules,
  samStatuses,
} from './sam-state.ts';

const page = readFileSync(new URL('../../docs/sam-states.md', import.meta.url), 'utf8');

const following = (from: (typeof samStatuses)[number]) =>
  samEvents.flatMap((event) => nextSamStatus(from, event) ?? []);

describe('the states of a SAM card', () => {
  it('stand in the docs as they stand in the code', () => {
    expect(page).toContain(samDiagram());
  });

  it('lead from PROCURED to every state, and from every state to an end', () => {
    const reach = (start: (typeof samStatuses)[number]) => {
      const seen = new Set([start]);
      for (const at of seen) for (const to of following(at)) seen.add(to);
      return seen;
    };
    expect([...reach('PROCURED')].sort()).toEqual([...samStatuses].sort());
    for (const status of samStatuses) {
      const ends = ['RETURNED', 'WRITTEN_OFF'] as const;
      expect(
        ends.some((end) => reach(status).has(end)),
        status,
      ).toBe(true);
    }
    expect([following('RETURNED'), following('WRITTEN_OFF')]).toEqual([[], []]);
  });

  it('read first only behind two persons, and are given up only behind two', () => {
    const into = (target: string) =>
      samEvents.filter((event) => samRules[event].to === target && 'twoPersons' in samRules[event]);
    expect(into('ACTIVE')).toEqual(['ACTIVATE']);
    expect(into('DEACT_REQUESTED')).toEqual(['REQUEST_DEACTIVATION']);
    const toActive = samEvents.filter((event) => samRules[event].to === 'ACTIVE');
    expect(toActive).toEqual(['ACTIVATE', 'RESUME']);
  });
});

describe('the states of a reader', () => {
  it('stand in the docs as they stand in the code, and nothing follows DEACTIVATED', () => {
    expect(page).toContain(readerDiagram());
    expect(readerTransitions.DEACTIVATED).toEqual({});
    expect(readerStatuses.length).toBe(4);
  });
});
