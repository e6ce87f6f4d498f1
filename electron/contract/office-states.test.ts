/** The transition tables of agreements and operators: sound in themselves, and drawn in the docs as they are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementStatuses, inForce, nextAgreementStatus } from './agreement-state.ts';
import { agreementDiagram, agreementMoves, operatorDiagram } from './office-diagrams.ts';
import { operatorStatuses, operatorTransitions } from './operator-state.ts';

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('the states of an agreement', () => {
  it('stand in the docs as they stand in the code', () => {
    expect(page('agreement-states.md')).toContain(agreementDiagram());
  });

  it('lead from DRAFT to every state, and from every state to CLOSED', () => {
    const moves = agreementMoves();
    const reach = (start: string) => {
      const seen = new Set([start]);
      for (const at of seen) for (const { from, to } of moves) if (from === at) seen.add(to);
      return seen;
    };
    expect([...reach('DRAFT')].sort()).toEqual([...agreementStatuses].sort());
    for (const status of agreementStatuses) expect(reach(status).has('CLOSED'), status).toBe(true);
  });

  it('let nothing but closing follow an end, and nothing follow that', () => {
    const following = (status: string) =>
      agreementMoves().flatMap(({ from, to }) => (from === status ? [to] : []));
    expect([following('EXPIRED'), following('TERMINATED'), following('CLOSED')]).toEqual([
      ['CLOSED'],
      ['CLOSED'],
      [],
    ]);
    expect(nextAgreementStatus('EXPIRED', 'ACTIVATE')).toBeUndefined();
  });

  it('are in force only behind an activation', () => {
    const into = agreementMoves().filter(({ from, to }) => inForce.has(to) && !inForce.has(from));
    expect(new Set(into.map(({ from, event }) => `${from} ${event}`))).toEqual(
      new Set(['SIGNED ACTIVATE', 'SUSPENDED RESUME']),
    );
  });
});

describe('the states of an operator', () => {
  it('stand in the docs as they stand in the code', () => {
    expect(page('operator-states.md')).toContain(operatorDiagram());
  });

  it('reach ACTIVE only by NDA and approval, and an end from everywhere', () => {
    const leadingTo = (target: string) =>
      operatorStatuses.filter((from) => Object.values(operatorTransitions[from]).includes(target as never));
    expect(leadingTo('APPROVED')).toEqual(['NDA_SIGNED']);
    expect(leadingTo('ACTIVE')).toEqual(['APPROVED', 'SUSPENDED']);
    expect(leadingTo('REVOKED')).toEqual(['PROPOSED', 'NDA_SIGNED', 'APPROVED', 'ACTIVE', 'SUSPENDED']);
  });
});
