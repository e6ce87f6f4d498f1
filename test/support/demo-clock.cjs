/**
 * Loaded before the program, in main and in the processes that main starts: the clock on the wall is as far off as a file says. An
 * installed program takes no module of anybody's, so this is no way to fool a real one.
 */
const { readFileSync } = require('node:fs');

const { KETUK_DEMO_CLOCK, KETUK_HOLD_READY } = process.env;
const wall = Date.now;
Date.now = () => wall() + Number(readFileSync(KETUK_DEMO_CLOCK, 'utf8'));

if (process.parentPort !== undefined) {
  require(process.argv[2]);
} else {
  // The offline runtime loads one module and no more.
  require(KETUK_HOLD_READY);
  const { utilityProcess } = require('electron');
  const fork = utilityProcess.fork;
  utilityProcess.fork = (script, args, options) =>
    fork.call(utilityProcess, __filename, [script, ...(args ?? [])], options);
}
