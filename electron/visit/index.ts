/** The door of the visit folder, for whoever runs a visit in a process of its own or under plain Node. */
export { type AssembledVisit, assembleVisit } from './assemble.ts';
export type { MainLink, Page } from './ports.ts';
