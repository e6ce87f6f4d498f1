/** Small facts that outlive a restart: inquiries stopped, sending stopped, the latest time ever seen. */
import { ok, type Result } from '../../native/failure.ts';
import type { Clock, Store, StoreFailure } from './port.ts';
import { sealedTable } from './row-seal.ts';

export interface StateTable {
  get(name: string): Result<string | undefined, StoreFailure>;
  /** Durable when it answers; joins the caller's transaction. `undefined` takes the value away. */
  set(name: string, value: string | undefined): Result<void, StoreFailure>;
}

type StateRow = { readonly name: string; readonly value: string; readonly changed_at: number };

export function stateTable(store: Store, clock: Clock): StateTable {
  const table = sealedTable<StateRow>(store.rowSeal, 'state', ['name'], {
    name: 'text',
    value: 'text',
    changed_at: 'number',
  });
  return {
    get: (name) => store.read((reader) => table.find(reader, name)?.value),
    set: (name, value) =>
      store.transaction((writer) => {
        if (value === undefined) writer.run('DELETE FROM state WHERE name = ?', name);
        else {
          const row = { name, value, changed_at: clock.now() };
          if (!table.update(writer, row)) table.insert(writer, row);
        }
        return ok(undefined);
      }),
  };
}
