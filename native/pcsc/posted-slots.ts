/** Slots that are played in another process, as in training mode: each command goes over a port and its answer comes back. */
import type { VirtualSlot } from './virtual.ts';

export interface SlotPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
}

interface SlotState {
  readonly name: string;
  readonly present: boolean;
}

/** Resolves with the slots once the simulators have told which there are. */
export function slotsBehind(port: SlotPort): Promise<VirtualSlot[]> {
  const waiting = new Map<number, (bytes: Uint8Array | undefined) => void>();
  const listeners: Set<() => void>[] = [];
  let states: readonly SlotState[] = [];
  let asked = 0;

  const ask = (slot: number, kind: string, command?: Uint8Array): Promise<Uint8Array | undefined> => {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ id, slot, kind, ...(command === undefined ? {} : { command }) });
    });
  };

  const slotAt = (index: number, name: string): VirtualSlot => ({
    readerName: name,
    present: () => states[index]?.present ?? false,
    onChange: (listener) => {
      listeners[index]?.add(listener);
      return () => listeners[index]?.delete(listener);
    },
    powerUp: () => ask(index, 'powerUp'),
    powerDown: async () => {
      await ask(index, 'powerDown');
    },
    exchange: (command) => ask(index, 'exchange', command),
  });

  return new Promise((resolve) => {
    port.on('message', ({ data }) => {
      const told = data as { id?: number; bytes?: Uint8Array; slots?: readonly SlotState[] };
      if (told.slots !== undefined) {
        const before = states;
        states = told.slots;
        if (before.length === 0) {
          for (const _state of states) listeners.push(new Set());
          resolve(states.map(({ name }, index) => slotAt(index, name)));
        }
        // Only those of the slot that changed: to the others it would mean that their card was pulled.
        for (const [index, { present }] of states.entries()) {
          if (before[index]?.present === present) continue;
          for (const listener of [...(listeners[index] ?? [])]) listener();
        }
      } else if (told.id !== undefined) {
        waiting.get(told.id)?.(told.bytes);
        waiting.delete(told.id);
      }
    });
    port.start();
  });
}
