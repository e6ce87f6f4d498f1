/** The simulated SAM. */
export { Sam, type SamFacts, type SamOptions } from './sam.ts';
