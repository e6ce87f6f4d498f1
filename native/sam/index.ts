/** Door of the SAM folder. */
export {
  parseSamConfiguration,
  type SamConfiguration,
  type SamSecrets,
  samConfiguration,
} from './configuration.ts';
export { ChallengedSam, type ChipIdentity, OpenSam } from './open-sam.ts';
export { looksLikeSam, Sam, type SamOptions } from './sam.ts';
export { asSamFailure } from './sam-command.ts';
export { MAX_UNWRAP, SamSession, type Unwrapped, type Verdict } from './sam-session.ts';
