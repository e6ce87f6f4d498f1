/** One kept record on screen: its process and its page come and go together. */
import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { RecordOrder } from '../contract/index.ts';
import type { LentWorker } from '../host/index.ts';
import type { Shell } from '../window/index.ts';

export class RecordPage {
  readonly #shell: Shell;
  readonly #lend: () => LentWorker;
  #child: UtilityProcess | undefined;
  #paper: LentWorker | undefined;

  /** @param lend starts a paper process that answers to the record process alone */
  constructor(shell: Shell, lend: () => LentWorker) {
    this.#shell = shell;
    this.#lend = lend;
  }

  open(order: RecordOrder): void {
    this.close();
    const script = join(__dirname, 'record.cjs');
    const child = utilityProcess.fork(script, [], { serviceName: 'ketuk-arsip', stdio: 'ignore' });
    this.#child = child;
    child.on('message', (said: unknown) => {
      if (said === 'askPaper' && this.#child === child) this.#lendPaper(child);
    });
    void this.#shell.open(`arsip-${order.recordId}`).then((shown) => {
      if (shown && this.#child === child) child.postMessage(order, [this.#shell.connectPage()]);
    });
  }

  #lendPaper(child: UtilityProcess): void {
    this.#paper?.end();
    this.#paper = this.#lend();
    child.postMessage('paper', [this.#paper.port]);
  }

  close(): void {
    this.#paper?.end();
    this.#paper = undefined;
    this.#child?.kill();
    this.#child = undefined;
  }
}
