/** One kept record on screen: its process and its page come and go together. */
import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { RecordOrder } from '../contract/index.ts';
import type { Shell } from '../window/index.ts';

export class RecordPage {
  readonly #shell: Shell;
  #child: UtilityProcess | undefined;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  open(order: RecordOrder): void {
    this.close();
    const script = join(__dirname, 'record.cjs');
    const child = utilityProcess.fork(script, [], { serviceName: 'ketuk-arsip', stdio: 'ignore' });
    this.#child = child;
    void this.#shell.open(`arsip-${order.recordId}`).then((shown) => {
      if (shown && this.#child === child) child.postMessage(order, [this.#shell.connectPage()]);
    });
  }

  close(): void {
    this.#child?.kill();
    this.#child = undefined;
  }
}
