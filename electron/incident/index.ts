/** The door of incidents: what happened, who was told, and the 72-hour clock of a breach. */
export { type Incidents, incidents } from './incidents.ts';
