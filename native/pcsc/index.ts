/** Door of the PC/SC folder: the port, and the three adapters behind it. */
export { type LoadBinding, loadSmartcard, type PcscBinding } from './binding.ts';
export { exchange } from './exchange.ts';
export { type ExchangeSample, type Meter, metered } from './metered.ts';
export { createPcscTransport, type PcscOptions } from './pcsc.ts';
export { type SlotPort, slotsBehind } from './posted-slots.ts';
export { createReplayTransport, type ReplayStep, type ReplayTransport } from './replay.ts';
export type { CardConnection, CardTransport, Disposable, ReaderChange, ReaderStatus } from './transport.ts';
export { createVirtualTransport, type VirtualOptions, type VirtualSlot } from './virtual.ts';
