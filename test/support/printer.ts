/** The print command of the system, played by a script in a folder of its own: what it does, and what it leaves there, is up to the test. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Reads what is to be printed and keeps nothing: what is searched afterwards is the program, and not its printer. */
const takesAll = 'exec cat > /dev/null';
/** Lays what is printed where {@link PlayedPrinter.paper} finds it. */
export const prints = 'exec cat > paper';

export class PlayedPrinter {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ketuk-printer-'));
  /** For the program that is to print on it. */
  readonly env = { PATH: `${this.#folder}${delimiter}${process.env.PATH ?? ''}` };

  constructor() {
    this.does(takesAll);
  }

  /** What the command does from now on, in the folder of the printer. */
  does(script: string): void {
    writeFileSync(join(this.#folder, 'lp'), `#!/bin/sh\ncd '${this.#folder}'\n${script}\n`, { mode: 0o755 });
  }

  paper(): Buffer {
    return readFileSync(this.pathOf('paper'));
  }

  pathOf(name: string): string {
    return join(this.#folder, name);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
