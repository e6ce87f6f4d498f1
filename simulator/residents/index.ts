/** Invented residents: the five samples, and as many random ones as a campaign wants. */
export { randomResident } from './random.ts';
export type { GatewayView, Resident } from './resident.ts';
export { biodataFields, biodataRecord } from './resident.ts';
export { isSampleId, redrawn, SAMPLE_IDS, type SampleId, sampleResident } from './samples.ts';
