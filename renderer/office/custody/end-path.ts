/** The way from the end of an agreement to the last card given back, step by step, each with what is missing. Pure. */
import type {
  CardReaderRow,
  SamCardRow,
  SamStatus,
  SignedHandover,
} from '../../../electron/contract/index.ts';
import { settledStatuses } from '../../../electron/contract/sam-state.ts';

export const endSteps = [
  'REQUESTS_SETTLED',
  'STOPPED',
  'DEACTIVATION_ASKED',
  'GIVEN_UP',
  'READERS_INACTIVE',
  'BAST_SIGNED',
  'HANDED_IN',
  'WRITTEN_OFF',
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

/** In this order: the BAST states which readers are off, and lists the lost cards that are written off with it. */
export function endPathOf(
  cards: readonly SamCardRow[],
  readers: readonly CardReaderRow[],
  handovers: readonly SignedHandover[],
): readonly EndStepState[] {
  const back = cards.filter(({ status }) => status in progress);
  const lost = cards.filter(({ status }) => status === 'LOST_OR_DAMAGED' || status === 'WRITTEN_OFF');
  const pending = cards.filter(({ status }) => status === 'PERSO_REQUESTED');
  const onPaper = new Set(handovers.flatMap(({ cards: names }) => names));
  const notPast = (stage: number) => (card: SamCardRow) => (progress[card.status] ?? 0) <= stage;
  const states = [
    stateOf('REQUESTS_SETTLED', pending, () => true),
    stateOf('STOPPED', back, notPast(0)),
    stateOf('DEACTIVATION_ASKED', back, notPast(1)),
    stateOf('GIVEN_UP', back, notPast(2)),
    {
      step: 'READERS_INACTIVE' as const,
      missing: readers.filter(({ status }) => status !== 'DEACTIVATED').map(({ serial }) => serial),
      all: readers.length,
    },
    stateOf(
      'BAST_SIGNED',
      [...back, ...lost],
      ({ name, status }) => !settledStatuses.has(status) && !onPaper.has(name),
    ),
    stateOf('HANDED_IN', back, notPast(3)),
    stateOf('WRITTEN_OFF', lost, ({ status }) => status === 'LOST_OR_DAMAGED'),
  ];
  return states.filter(({ all }) => all > 0);
}

function stateOf(
  step: EndStep,
  concerned: readonly SamCardRow[],
  isMissing: (card: SamCardRow) => boolean,
): EndStepState {
  return { step, missing: concerned.filter(isMissing).map(({ name }) => name), all: concerned.length };
}
