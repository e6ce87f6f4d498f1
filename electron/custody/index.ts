/** The door of SAM custody. */
export { type Custody, custody } from './custody.ts';
