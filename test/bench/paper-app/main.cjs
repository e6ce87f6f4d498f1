/**
 * Has the built paper process make one paper as often as it is told, each in a process of its own as the program does, and says
 * how long each took: `bench: paper <ms> <bytes>`. Arguments: the bundle, a file with the content, how often.
 */
const { readFileSync } = require('node:fs');
const { app, utilityProcess } = require('electron');

const [bundle, file, times] = process.argv.slice(-3);

function make(model) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const child = utilityProcess.fork(bundle, [], { stdio: 'ignore' });
    child.once('message', (result) => {
      process.stdout.write(
        `bench: paper ${performance.now() - begun} ${result.ok ? result.value.length : 0}\n`,
      );
      child.kill();
    });
    child.once('exit', resolve);
    child.postMessage(model);
  });
}

void app.whenReady().then(async () => {
  const model = JSON.parse(readFileSync(file, 'utf8'));
  for (let made = 0; made < Number(times); made += 1) await make(model);
  app.quit();
});
