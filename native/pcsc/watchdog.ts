/**
 * Keeps looking at the readers and tells of every change. Card events of the resource manager wake it at once; besides that it
 * looks by itself at every heartbeat, because some drivers lose events and a restarted service forgets who was waiting.
 * When the service is gone it says so once and keeps knocking until it is back.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { failed, ok, type Result } from '../failure.ts';
import type { CardFailure } from '../failure-catalogue.ts';
import type { BoundContext, LoadBinding } from './binding.ts';
import { translatePcscError } from './pcsc-errors.ts';
import { sameReaders, toReaderStatus } from './reader-state.ts';
import type { Disposable, ReaderChange, ReaderStatus } from './transport.ts';

export class Watchdog {
  readonly #load: LoadBinding;
  readonly #held: ReadonlySet<string>;
  readonly #heartbeatMs: number;
  readonly #listeners = new Set<(change: ReaderChange) => void>();
  #last: ReaderChange | undefined;
  #context: BoundContext | undefined;
  #stop: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(load: LoadBinding, held: ReadonlySet<string>, heartbeatMs: number) {
    this.#load = load;
    this.#held = held;
    this.#heartbeatMs = heartbeatMs;
  }

  watch(listener: (change: ReaderChange) => void): Disposable {
    this.#listeners.add(listener);
    if (this.#last) listener(this.#last);
    if (!this.#stop) {
      const stop = new AbortController();
      this.#stop = stop;
      this.#running = this.#running.then(() => this.#run(stop.signal));
    }
    return {
      dispose: () => {
        this.#listeners.delete(listener);
        if (this.#listeners.size === 0) this.#halt();
      },
    };
  }

  /** Resolves when nothing of it runs any more. */
  async dispose(): Promise<void> {
    this.#listeners.clear();
    this.#halt();
    await this.#running;
  }

  #halt(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#last = undefined;
    this.#context?.cancel();
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const seen = await this.#look();
      if (signal.aborted) break;
      this.#tell(
        seen.ok
          ? { kind: 'readers', readers: seen.value.statuses }
          : { kind: 'broken', failure: seen.failure },
      );
      await this.#untilNextLook(seen.ok ? seen.value.states : [], signal);
    }
    this.#closeContext();
  }

  async #look(): Promise<
    Result<{ statuses: ReaderStatus[]; states: { name: string; state: number }[] }, CardFailure>
  > {
    const binding = await this.#load();
    if (!binding.ok) return binding;
    try {
      this.#context ??= new binding.value.Context();
      const readers = this.#context.listReaders();
      return ok({
        statuses: readers.map((reader) => toReaderStatus(reader, this.#held)),
        states: readers.map(({ name, state }) => ({ name, state })),
      });
    } catch (error) {
      this.#closeContext();
      return failed(translatePcscError(error, 'list readers'));
    }
  }

  /** Waits for an event, at most one heartbeat. Without a reader there is nothing to wait on but time. */
  async #untilNextLook(states: { name: string; state: number }[], signal: AbortSignal): Promise<void> {
    if (states.length === 0 || !this.#context) {
      await pause(this.#heartbeatMs, undefined, { signal }).catch(() => undefined);
      return;
    }
    try {
      await this.#context.waitForChange(states, this.#heartbeatMs);
    } catch (error) {
      // An unplugged reader ends the wait with an error; the next look tells whether the service went with it.
      const failure = translatePcscError(error, 'watch readers');
      if (failure.code !== 'READER_UNPLUGGED') this.#closeContext();
    }
  }

  #tell(change: ReaderChange): void {
    if (this.#last && sameChange(this.#last, change)) return;
    this.#last = change;
    for (const listener of [...this.#listeners]) listener(change);
  }

  #closeContext(): void {
    this.#context?.close();
    this.#context = undefined;
  }
}

function sameChange(a: ReaderChange, b: ReaderChange): boolean {
  if (a.kind === 'broken') return b.kind === 'broken' && a.failure.code === b.failure.code;
  return b.kind === 'readers' && sameReaders(a.readers, b.readers);
}
