/** Draws the transition table of the visit as a Mermaid diagram, so that the picture in the docs is the table and not a memory of it. */
import {
  finalVisitStates,
  type VisitEvent,
  type VisitState,
  visitStates,
  visitTransitions,
} from './visit-state.ts';

export function visitDiagram(): string {
  const lines = ['stateDiagram-v2', '  [*] --> READY'];
  for (const from of visitStates) {
    for (const [event, to] of Object.entries(visitTransitions[from]) as [VisitEvent, VisitState][]) {
      lines.push(`  ${from} --> ${to}: ${event}`);
    }
  }
  for (const state of finalVisitStates) lines.push(`  ${state} --> [*]`);
  return lines.join('\n');
}
