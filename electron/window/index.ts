/** The door of the window folder: the scheme, the shell and the one IPC wrapper. */
export type { Handlers, Service } from './checked-call.ts';
export { serveCalls } from './ipc.ts';
export { registerScheme } from './scheme.ts';
export { Shell } from './shell.ts';
