/** Draws the transition tables of SAM cards and readers as Mermaid diagrams, so that the docs show the tables themselves. */
import { nextSamStatus, readerStatuses, readerTransitions, samEvents, samStatuses } from './sam-state.ts';

export function samDiagram(): string {
  const moves = samStatuses.flatMap((from) => {
    const following = samEvents.flatMap((event) => {
      const to = nextSamStatus(from, event);
      return to === undefined ? [] : [`  ${from} --> ${to}: ${event}`];
    });
    return following.length === 0 ? [`  ${from} --> [*]`] : following;
  });
  return ['stateDiagram-v2', '  [*] --> PROCURED', ...moves].join('\n');
}

export function readerDiagram(): string {
  const moves = readerStatuses.flatMap((from) => {
    const following = Object.entries(readerTransitions[from]);
    if (following.length === 0) return [`  ${from} --> [*]`];
    return following.map(([event, to]) => `  ${from} --> ${to}: ${event}`);
  });
  return ['stateDiagram-v2', '  [*] --> REGISTERED', ...moves].join('\n');
}
