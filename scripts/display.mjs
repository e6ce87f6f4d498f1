/** A display where there is none: Xvfb on a number of its own choosing. */
import { spawn } from 'node:child_process';
import { end } from './processes.mjs';
import { SetupError } from './say.mjs';

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * @returns {Promise<{ name: string, close: () => Promise<void> }>} `name` is what DISPLAY has to be, e.g. `:99`
 */
export async function openDisplay() {
  // Xvfb writes the number it took to file descriptor 3, once it takes connections. `pdeathsig` ends it with us, however
  // we end.
  const xvfb = spawn(
    'setpriv',
    ['--pdeathsig', 'TERM', 'Xvfb', '-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const name = await new Promise((resolve, reject) => {
    const failed = () => reject(new SetupError('Xvfb did not start; is the package xvfb whole?'));
    xvfb.once('error', failed);
    xvfb.once('exit', failed);
    let told = '';
    xvfb.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      told += chunk;
      if (told.endsWith('\n')) resolve(`:${told.trim()}`);
    });
  });
  return { name, close: () => end(xvfb) };
}
