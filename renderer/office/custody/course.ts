/** The way of a SAM card in stages, from purchase to the reader and from the reader back to Dukcapil. Pure. */
import type { SamCardRow } from '../../../electron/contract/index.ts';

export const arriving = ['BOUGHT', 'REQUESTED', 'RECEIVED', 'CONFIGURED', 'PAIRED', 'ACTIVE'] as const;
export const leaving = ['DEACTIVATION', 'GIVEN_UP', 'RETURNED'] as const;
export type Stage = (typeof arriving)[number] | (typeof leaving)[number];

interface Standing {
  readonly stages: readonly Stage[];
  /** How many stages are behind the card; all of them when it has arrived. */
  readonly reached: number;
}

type Card = Pick<SamCardRow, 'status' | 'hasConfiguration' | 'hasUid' | 'reader'>;

/** `undefined` for a card that has left the way: lost, damaged, written off. */
export function standingOf(card: Card): Standing | undefined {
  switch (card.status) {
    case 'PROCURED':
      return { stages: arriving, reached: 1 };
    case 'PERSO_REQUESTED':
      return { stages: arriving, reached: 2 };
    case 'PERSONALISED':
      if (!card.hasConfiguration) return { stages: arriving, reached: 3 };
      return { stages: arriving, reached: card.reader === null || !card.hasUid ? 4 : 5 };
    case 'SUSPENDED':
      return { stages: arriving, reached: 5 };
    case 'ACTIVE':
      return { stages: arriving, reached: arriving.length };
    case 'DEACT_REQUESTED':
      return { stages: leaving, reached: 1 };
    case 'CONFIG_RETURNED':
    case 'DEACTIVATED':
      return { stages: leaving, reached: 2 };
    case 'RETURNED':
      return { stages: leaving, reached: leaving.length };
    case 'LOST_OR_DAMAGED':
    case 'WRITTEN_OFF':
      return undefined;
  }
}
