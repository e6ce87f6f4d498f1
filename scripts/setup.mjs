/** Everything a fresh clone lacks, in the order in which one thing needs another. Quick when nothing is missing. */
import { checkNode, hasCardBinding, installNodePackages } from './node-packages.mjs';
import { say } from './say.mjs';
import { cardPackages, displayPackages, installSystemPackages, testPackages } from './system-packages.mjs';

/**
 * @param {{ tests?: boolean, display?: boolean }} [needs] `tests`: the virtual reader and its namespace as well;
 *   `display`: a display without a screen
 */
export async function setUp({ tests = false, display = false } = {}) {
  checkNode();
  const system = [...cardPackages, ...(tests ? testPackages : []), ...(display ? displayPackages : [])];
  const purpose = tests ? 'testing' : 'reading cards';
  // Before the npm packages: the card binding is compiled against what this installs.
  await installSystemPackages([...new Set(system)], { purpose, required: tests });
  await installNodePackages();
  if (!hasCardBinding())
    say('the PC/SC binding is not built; training mode works, real readers do not (see README, "Readers")');
}
