/** The door of the record core. */
export { openRecord } from './core.ts';
