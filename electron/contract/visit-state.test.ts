import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitDiagram } from './visit-diagram.ts';
import {
  finalVisitStates,
  nextVisitState,
  type VisitEvent,
  visitStates,
  visitTransitions,
} from './visit-state.ts';

const events = [
  ...new Set(visitStates.flatMap((state) => Object.keys(visitTransitions[state]) as VisitEvent[])),
];

describe('the transition table of a visit', () => {
  it('ends in exactly three states', () => {
    expect([...finalVisitStates].sort()).toEqual(['CANCELLED', 'CLOSED_NO_SERVICE', 'CLOSED_SERVED']);
  });

  it('reaches every state from READY, and an end from every state: no dead end at the counter', () => {
    const reachable = (start: (typeof visitStates)[number]) => {
      const seen = new Set([start]);
      for (const state of seen) for (const to of Object.values(visitTransitions[state])) seen.add(to);
      return seen;
    };
    expect([...reachable('READY')].sort()).toEqual([...visitStates].sort());
    for (const state of visitStates) {
      expect([...reachable(state)].some((reached) => finalVisitStates.has(reached))).toBe(true);
    }
  });

  it('never serves anybody without a result, whatever the order of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (sequence) => {
        let state: (typeof visitStates)[number] = 'READY';
        const been = new Set<string>();
        for (const event of sequence) {
          state = nextVisitState(state, event) ?? state;
          been.add(state);
        }
        if (!been.has('SERVICE_RECORDED')) return true;
        return been.has('RESULT_MATCH') || been.has('UNVERIFIED_CONTINUED');
      }),
      { numRuns: 2000 },
    );
  });

  it('asks for consent only after a match (R-023)', () => {
    for (const state of visitStates) {
      const asks = nextVisitState(state, 'ASK_CONSENT') !== undefined;
      expect(asks).toBe(state === 'RESULT_MATCH');
    }
  });

  it('stands in the docs as it stands in the code', () => {
    const page = readFileSync(new URL('../../docs/visit-states.md', import.meta.url), 'utf8');
    expect(page).toContain(visitDiagram());
  });
});
