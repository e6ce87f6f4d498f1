/** The door of the window folder: the scheme, the shell and the one IPC wrapper. */
export { type Handlers, type Service, serveCalls } from './ipc.ts';
export { registerScheme } from './scheme.ts';
export { Shell } from './shell.ts';
