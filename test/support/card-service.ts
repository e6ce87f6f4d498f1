/** The private card service of these tests (scripts/pcsc-namespace.mjs), stopped and started as IT staff would. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createPcscTransport } from '../../native/index.ts';

const pidFile = '/run/pcscd/pcscd.pid';
const socket = '/run/pcscd/pcscd.comm';
const patienceMs = 10_000;

export async function stopCardService(): Promise<void> {
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  process.kill(pid, 'SIGTERM');
  await until('the card service has ended', () => !existsSync(pidFile));
}

/** It goes on after the test, for the next file; the namespace ends it with itself. */
export async function startCardService(): Promise<void> {
  spawn('pcscd', ['--foreground'], { stdio: 'ignore', detached: true }).unref();
  await until('the card service is back', () => existsSync(pidFile) && existsSync(socket));
}

/**
 * The service looks into its slots a few times a second; a card swapped faster than that was never away.
 * @param cards that it is to see, the SAM among them
 */
export async function untilCards(cards: number): Promise<void> {
  const transport = createPcscTransport();
  try {
    await until(`the card service sees ${cards} cards`, async () => {
      const readers = await transport.listReaders();
      return readers.ok && readers.value.filter(({ cardPresent }) => cardPresent).length === cards;
    });
  } finally {
    await transport.dispose();
  }
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
