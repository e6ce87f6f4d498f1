/** Runs orders in processes of their own – one envelope to send, one paper to lay out – and resolves with what became of them, whatever happens. */
import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import type { LentWorker } from './visit-host.ts';

/** Longer than any time-out inside the worker, so that it is the worker that says what was slow. */
const patienceMs = 90_000;

/**
 * Forks `script`, posts `order`, resolves with its one message or with `undefined` when it died or stayed silent. The key and
 * the envelope go with the process, which an abort ends at once, whatever it is doing.
 */
export function runOrder(
  script: string,
  serviceName: string,
  order: unknown,
  abort?: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(script, [], { serviceName, stdio: 'ignore' });
    const end = () => void child.kill();
    const timer = setTimeout(end, patienceMs);
    abort?.addEventListener('abort', end);
    let answer: unknown;
    child.once('message', (message: unknown) => {
      answer = message;
      end();
    });
    child.once('exit', () => {
      clearTimeout(timer);
      abort?.removeEventListener('abort', end);
      resolve(answer);
    });
    child.postMessage(order);
  });
}

/**
 * A process that stays while somebody types and asks again and again, and ends after a while without orders. It answers every order
 * with one message, in their order; `undefined` when it died or stayed silent. The next order starts another.
 */
export function standingWorker(
  script: string,
  serviceName: string,
  idleMs: number,
): (order: unknown) => Promise<unknown> {
  let standing: Standing | undefined;
  return (order) => {
    standing ??= new Standing(
      utilityProcess.fork(script, [], { serviceName, stdio: 'ignore' }),
      idleMs,
      () => {
        standing = undefined;
      },
    );
    return standing.run(order);
  };
}

/** Starts a process that works for another one: the two hold the ends of a channel, and main, which holds neither, can only end it. */
export function lentWorker(script: string, serviceName: string): LentWorker {
  const { port1, port2 } = new MessageChannelMain();
  const child = utilityProcess.fork(script, [], { serviceName, stdio: 'ignore' });
  child.postMessage('serve', [port1]);
  return { port: port2, end: () => void child.kill() };
}

class Standing {
  readonly #child: UtilityProcess;
  readonly #idleMs: number;
  readonly #leaves: () => void;
  readonly #waiting: ((answer: unknown) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(child: UtilityProcess, idleMs: number, leaves: () => void) {
    this.#child = child;
    this.#idleMs = idleMs;
    this.#leaves = leaves;
    child.on('message', (answer: unknown) => {
      this.#waiting.shift()?.(answer);
      if (this.#waiting.length === 0) this.#endAfter(this.#idleMs);
    });
    child.once('exit', () => this.#end());
  }

  run(order: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#endAfter(patienceMs);
      this.#child.postMessage(order);
    });
  }

  #endAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), ms);
  }

  /** From now on nobody gives it an order: one to a process that is about to end would be lost. */
  #end(): void {
    clearTimeout(this.#timer);
    this.#leaves();
    this.#child.kill();
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
  }
}
