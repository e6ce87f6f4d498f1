/** The door of the host folder: starts and watches the processes that see a resident, on behalf of main, which does not. */
export { type Opening, type VisitFact, VisitHost, type VisitPolicy } from './visit-host.ts';
export { runOrder } from './worker.ts';
