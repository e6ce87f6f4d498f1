/**
 * The states of a SAM card and of a reader, each with the one table of its transitions (domain 4.2). Guard, diagram and tests are
 * derived from them, and the triggers of the database are held to them. A card reads in `ACTIVE` alone.
 */
import type { Action } from './permissions.ts';

export const samStatuses = [
  'PROCURED',
  'PERSO_REQUESTED',
  'PERSONALISED',
  'ACTIVE',
  'SUSPENDED',
  'LOST_OR_DAMAGED',
  'DEACT_REQUESTED',
  'CONFIG_RETURNED',
  'DEACTIVATED',
  'RETURNED',
  'WRITTEN_OFF',
] as const;
export type SamStatus = (typeof samStatuses)[number];
/** On a BAST, and so no longer owed to Dukcapil. */
export const settledStatuses: ReadonlySet<SamStatus> = new Set(['RETURNED', 'WRITTEN_OFF']);

interface SamRule {
  readonly from: readonly SamStatus[];
  /** `SAME`: stays. */
  readonly to: SamStatus | 'SAME';
  /** Who may bring it about; a suspension also comes by itself, when the agreement is suspended or ends. */
  readonly action: Action;
  /** One proposes, another confirms. */
  readonly twoPersons?: true;
}

const inOffice = ['PERSONALISED', 'ACTIVE', 'SUSPENDED'] as const;

export const samRules = {
  REQUEST_PERSO: { from: ['PROCURED'], to: 'PERSO_REQUESTED', action: 'MANAGE_DEVICES' },
  REJECT: { from: ['PERSO_REQUESTED'], to: 'PROCURED', action: 'MANAGE_DEVICES' },
  RECEIVE: { from: ['PERSO_REQUESTED'], to: 'PERSONALISED', action: 'MANAGE_DEVICES' },
  IMPORT_CONFIG: { from: ['PERSONALISED'], to: 'SAME', action: 'MANAGE_DEVICES' },
  /** The device test with this card in the reader (`device-test.ts`); what it found is on record, passed or not. */
  TEST: { from: inOffice, to: 'SAME', action: 'MANAGE_DEVICES' },
  /** A suspended card may change its reader; one that reads may not. */
  PAIR: { from: ['PERSONALISED', 'SUSPENDED'], to: 'SAME', action: 'MANAGE_DEVICES' },
  ACTIVATE: { from: ['PERSONALISED'], to: 'ACTIVE', action: 'MANAGE_DEVICES', twoPersons: true },
  SUSPEND: { from: ['ACTIVE'], to: 'SUSPENDED', action: 'SUSPEND_DEVICE' },
  RESUME: { from: ['SUSPENDED'], to: 'ACTIVE', action: 'MANAGE_DEVICES' },
  REPORT_LOST: { from: inOffice, to: 'LOST_OR_DAMAGED', action: 'SUSPEND_DEVICE' },
  /** Also of a lost card that was found: it never reads again, and goes back like the others. */
  REQUEST_DEACTIVATION: {
    from: [...inOffice, 'LOST_OR_DAMAGED'],
    to: 'DEACT_REQUESTED',
    action: 'MANAGE_DEVICES',
    twoPersons: true,
  },
  RETURN_CONFIG: { from: ['DEACT_REQUESTED'], to: 'CONFIG_RETURNED', action: 'MANAGE_DEVICES' },
  CONFIRM_DEACTIVATION: {
    from: ['DEACT_REQUESTED', 'CONFIG_RETURNED'],
    to: 'DEACTIVATED',
    action: 'MANAGE_DEVICES',
  },
  HAND_IN: { from: ['CONFIG_RETURNED', 'DEACTIVATED'], to: 'RETURNED', action: 'MANAGE_DEVICES' },
  WRITE_OFF: { from: ['LOST_OR_DAMAGED'], to: 'WRITTEN_OFF', action: 'MANAGE_DEVICES' },
} as const satisfies Readonly<Record<string, SamRule>>;
export type SamEvent = keyof typeof samRules;
export const samEvents = Object.keys(samRules) as readonly SamEvent[];

/** The state after the event, or `undefined` when the event has no place in this state. */
export function nextSamStatus(from: SamStatus, event: SamEvent): SamStatus | undefined {
  const rule: SamRule = samRules[event];
  if (!rule.from.includes(from)) return undefined;
  return rule.to === 'SAME' ? from : rule.to;
}

export const readerStatuses = ['REGISTERED', 'IN_SERVICE', 'OUT_OF_SERVICE', 'DEACTIVATED'] as const;
export type ReaderStatus = (typeof readerStatuses)[number];

/** `START` and `STOP` follow the SAM in the reader; a reader is the institution's own and is made inactive, not returned. */
export type ReaderEvent = 'START' | 'STOP' | 'DEACTIVATE';

export const readerTransitions: Readonly<
  Record<ReaderStatus, Partial<Readonly<Record<ReaderEvent, ReaderStatus>>>>
> = {
  REGISTERED: { START: 'IN_SERVICE', DEACTIVATE: 'DEACTIVATED' },
  IN_SERVICE: { STOP: 'OUT_OF_SERVICE' },
  OUT_OF_SERVICE: { START: 'IN_SERVICE', DEACTIVATE: 'DEACTIVATED' },
  DEACTIVATED: {},
};

export function nextReaderStatus(from: ReaderStatus, event: ReaderEvent): ReaderStatus | undefined {
  return readerTransitions[from][event];
}
