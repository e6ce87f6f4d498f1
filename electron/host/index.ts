/** The door of the host folder: starts and watches the processes that see a resident, on behalf of main, which does not. */
export { type DeviceTestRun, runDeviceTest } from './device-test.ts';
export { type LentWorker, VisitHost } from './visit-host.ts';
export type { CosignRequest, Opening, VisitFact, VisitPolicy } from './visit-policy.ts';
export { lentWorker, runOrder, standingWorker } from './worker.ts';
