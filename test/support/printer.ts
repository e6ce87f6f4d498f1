/** A print command that reads the receipt and keeps nothing: what is searched afterwards is the program, and not its printer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Printer {
  /** For the program that is to print on it. */
  readonly env: { readonly PATH: string };
  remove(): Promise<void>;
}

export async function printerThatTakesAll(): Promise<Printer> {
  const folder = await mkdtemp(join(tmpdir(), 'ketuk-printer-'));
  await writeFile(join(folder, 'lp'), '#!/bin/sh\nexec cat > /dev/null\n', { mode: 0o755 });
  return {
    env: { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
