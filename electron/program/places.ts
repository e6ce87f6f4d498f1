/** Where an installation keeps what it has on the disk. */
import { join } from 'node:path';

export function placesIn(folder: string): { readonly path: string; readonly databasePath: string } {
  return { path: join(folder, 'ketuk.keys'), databasePath: join(folder, 'ketuk.db') };
}
