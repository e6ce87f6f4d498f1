/**
 * The simulated KTP-el and SAM: the door for tests, benches, proofs and training mode. Built from the KTP-el fact sheet alone; shares no
 * code with the program that reads it.
 */
export {
  type AtrStyle,
  type CardOptions,
  createCard,
  isVariantName,
  VARIANT_NAMES,
  type VariantName,
} from './card/index.ts';
export { type CounterOptions, findResident, SimulatedCounter } from './counter.ts';
export { type InstitutionSecrets, institutionSecrets, type KeyLength } from './crypto/index.ts';
export type { Device } from './device.ts';
export {
  type GatewayView,
  isSampleId,
  type Resident,
  randomResident,
  SAMPLE_IDS,
  type SampleId,
  sampleResident,
} from './residents/index.ts';
export { Sam, type SamFacts, type SamOptions } from './sam/index.ts';
export {
  SimulatedSlot,
  type SlotOptions,
  type SlotStatistics,
  type SlotTrouble,
  type VirtualSlot,
} from './slot.ts';
export {
  exchangeMs,
  preciseClock,
  type SimulatorClock,
  TIMING_PROFILES,
  type TimingProfile,
} from './timing.ts';
export { attachToVpcd, type VpcdAttachment, type VpcdOptions } from './vpcd/index.ts';
