/** Draws the transition tables of agreements and operators as Mermaid diagrams, so that the docs show the tables themselves. */
import { type AgreementEvent, type AgreementStatus, agreementRules, inForce } from './agreement-state.ts';
import { type OperatorStatus, operatorStatuses, operatorTransitions } from './operator-state.ts';

interface Move {
  readonly from: AgreementStatus;
  readonly to: AgreementStatus;
  readonly event: AgreementEvent;
}

/** Every move that the rules allow; one that was suspended goes back to where it was. */
export function agreementMoves(): Move[] {
  return (Object.keys(agreementRules) as AgreementEvent[]).flatMap((event) => {
    const { from, to } = agreementRules[event];
    return from.flatMap((start: AgreementStatus) => {
      if (to === 'SAME') return [{ from: start, to: start, event }];
      const ends: readonly AgreementStatus[] = to === 'BACK' ? [...inForce] : [to];
      return ends.map((end) => ({ from: start, to: end, event }));
    });
  });
}

export function agreementDiagram(): string {
  const moves = agreementMoves().map(({ from, to, event }) => `  ${from} --> ${to}: ${event}`);
  return ['stateDiagram-v2', '  [*] --> DRAFT', ...moves, '  CLOSED --> [*]'].join('\n');
}

export function operatorDiagram(): string {
  const movesOf = (from: OperatorStatus) => {
    const moves = Object.entries(operatorTransitions[from]);
    if (moves.length === 0) return [`  ${from} --> [*]`];
    return moves.map(([event, to]) => `  ${from} --> ${to}: ${event}`);
  };
  return ['stateDiagram-v2', '  [*] --> PROPOSED', ...operatorStatuses.flatMap(movesOf)].join('\n');
}
