/** Draws the transition table of data balikan as a Mermaid diagram, so that the docs show the table itself. */
import { balikanEvents, balikanStatuses, nextBalikanStatus } from './balikan-state.ts';

export function balikanDiagram(): string {
  const moves = balikanStatuses.flatMap((from) => {
    const following = balikanEvents.flatMap((event) => {
      const to = nextBalikanStatus(from, event);
      return to === undefined ? [] : [`  ${from} --> ${to}: ${event}`];
    });
    return following.length === 0 ? [`  ${from} --> [*]`] : following;
  });
  return ['stateDiagram-v2', '  [*] --> QUEUED', ...moves].join('\n');
}
