/** The door of the sender core: plain Node, no store, no window. */
export { deliver, type SenderDeps } from './core.ts';
