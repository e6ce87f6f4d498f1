/** Runs one order in a process of its own – one envelope to send – and resolves with what became of it, whatever happens. */
import { utilityProcess } from 'electron';

/** Longer than any time-out inside the worker, so that it is the worker that says what was slow. */
const patienceMs = 90_000;

/**
 * Forks `script`, posts `order`, resolves with its one message or with `undefined` when it died or stayed silent. The key and
 * the envelope go with the process.
 */
export function runOrder(script: string, serviceName: string, order: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(script, [], { serviceName, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill(), patienceMs);
    let answer: unknown;
    child.once('message', (message: unknown) => {
      answer = message;
      child.kill();
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.postMessage(order);
  });
}
