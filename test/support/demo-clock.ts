/** The clock on the wall of a launched program, as somebody – or the end of a year – sets it. Time goes on from there as always. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const preload = join(import.meta.dirname, 'demo-clock.cjs');

export class DemoClock {
  readonly #file: string;
  #offset = 0;

  /** @param folder that goes with the test */
  constructor(folder: string, moment: string) {
    this.#file = join(folder, 'jam');
    this.set(moment);
  }

  /** What the program is launched with. */
  get launch() {
    return { preload, env: { KETUK_DEMO_CLOCK: this.#file } };
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** @param moment as `2026-11-30T23:58:00+07:00` */
  set(moment: string): void {
    this.#write(Date.parse(moment) - Date.now());
  }

  /** Forwards, or backwards where it is negative. */
  move(ms: number): void {
    this.#write(this.#offset + ms);
  }

  /** In one piece, because the program may look at any moment. */
  #write(offset: number): void {
    this.#offset = offset;
    writeFileSync(`${this.#file}.baru`, String(offset));
    renameSync(`${this.#file}.baru`, this.#file);
  }
}
