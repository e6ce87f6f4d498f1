/** The acts of custody by their names. */
import type { CustodyAct, SamEvent } from '../contract/index.ts';

export type ActOf<Name extends CustodyAct['act']> = Extract<CustodyAct, { act: Name }>;

/** What an act brings about, where that is a step of a card; whoever may do the step may do the act. */
export const eventOf = {
  REQUEST_PERSO: 'REQUEST_PERSO',
  REJECT: 'REJECT',
  RECEIVE: 'RECEIVE',
  PAIR: 'PAIR',
  PROPOSE_ACTIVATION: 'ACTIVATE',
  SUSPEND: 'SUSPEND',
  RESUME: 'RESUME',
  REPORT_LOST: 'REPORT_LOST',
  PROPOSE_DEACTIVATION: 'REQUEST_DEACTIVATION',
  CONFIRM_DEACTIVATION: 'CONFIRM_DEACTIVATION',
  HAND_IN: 'HAND_IN',
  WRITE_OFF: 'WRITE_OFF',
} as const satisfies Partial<Record<CustodyAct['act'], SamEvent>>;
export type CardAct = Extract<CustodyAct, { act: keyof typeof eventOf }>;

export function isCardAct(act: CustodyAct): act is CardAct {
  return act.act in eventOf;
}
