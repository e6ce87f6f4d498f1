/** Door of the roles folder: which reader is the chip's, which the SAM's. */
export {
  type FoundSam,
  findSam,
  prepareSam,
  type ReadySam,
  type SamSearch,
  type SamSetup,
} from './find-sam.ts';
export { oneAtATime, type Turn } from './one-at-a-time.ts';
export {
  escapedSlotCommand,
  hintOf,
  type NameHint,
  profileOf,
  type ReaderProfile,
  readerProfiles,
  slotCommand,
} from './reader-profiles.ts';
export { type TapOptions, type TappedCard, waitForTap } from './wait-for-tap.ts';
