/** The way from the end of an agreement to the last card given back, step by step, each with what is missing. Pure. */
import type { CardReaderRow, SamCardRow, SamStatus } from '../../../electron/contract/index.ts';

export const endSteps = [
  'REQUESTS_SETTLED',
  'STOPPED',
  'DEACTIVATION_ASKED',
  'GIVEN_UP',
  'HANDED_IN',
  'WRITTEN_OFF',
  'READERS_INACTIVE',
] as const;
export type EndStep = (typeof endSteps)[number];

export interface EndStepState {
  readonly step: EndStep;
  /** Names of the cards or readers that are not there yet. */
  readonly missing: readonly string[];
  /** How many it concerns at all; a step that concerns none is left out. */
  readonly all: number;
}

/** How far on the way back a state is; the lost have a way of their own. */
const progress: Readonly<Partial<Record<SamStatus, number>>> = {
  ACTIVE: 0,
  PERSONALISED: 1,
  SUSPENDED: 1,
  DEACT_REQUESTED: 2,
  CONFIG_RETURNED: 3,
  DEACTIVATED: 3,
  RETURNED: 4,
};
const wayBack = ['STOPPED', 'DEACTIVATION_ASKED', 'GIVEN_UP', 'HANDED_IN'] as const;

export function endPathOf(
  cards: readonly SamCardRow[],
  readers: readonly CardReaderRow[],
): readonly EndStepState[] {
  const back = cards.flatMap((card) => {
    const at = progress[card.status];
    return at === undefined ? [] : [{ name: card.name, at }];
  });
  const lost = cards.filter(({ status }) => status === 'LOST_OR_DAMAGED' || status === 'WRITTEN_OFF');
  const pending = cards.filter(({ status }) => status === 'PERSO_REQUESTED').map(({ name }) => name);
  const states: readonly EndStepState[] = [
    { step: 'REQUESTS_SETTLED', missing: pending, all: pending.length },
    ...wayBack.map((step, index) => ({
      step,
      missing: back.filter(({ at }) => at <= index).map(({ name }) => name),
      all: back.length,
    })),
    {
      step: 'WRITTEN_OFF',
      missing: lost.filter(({ status }) => status === 'LOST_OR_DAMAGED').map(({ name }) => name),
      all: lost.length,
    },
    {
      step: 'READERS_INACTIVE',
      missing: readers.filter(({ status }) => status !== 'DEACTIVATED').map(({ serial }) => serial),
      all: readers.length,
    },
  ];
  return states.filter(({ all }) => all > 0);
}
