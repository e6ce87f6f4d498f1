/** The door of the contract: everything that crosses a process border. Pure; the renderer may import it. */
export * from './agreement-profile.ts';
export * from './agreement-state.ts';
export * from './channels.ts';
export * from './elements.ts';
export * from './failures.ts';
export * from './inquiry.ts';
export * from './nik.ts';
export * from './notice-texts.ts';
export * from './office.ts';
export * from './operator-state.ts';
export * from './permissions.ts';
export * from './request-state.ts';
export * from './visit-state.ts';
export * from './visit-view.ts';
export * from './visit-wire.ts';
export * from './worker-wire.ts';
