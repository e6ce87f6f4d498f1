/**
 * Required into the main process of any Electron program by NODE_OPTIONS, so that every program is asked the same question in the same way:
 * when does a person see the first screen, and when the first on which something can be done? That is when the page's body holds text, or text
 * other than that the books are being opened, and a frame with it has been drawn. Says each in one line on standard output.
 */
const DRAWN = (than) => `new Promise((resolve) => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
  const other = () => document.querySelector(${JSON.stringify(than)}) === null;
  const filled = () => document.body !== null && document.body.innerText.trim() !== '' && other();
  if (filled()) return drawn();
  const observer = new MutationObserver(() => {
    if (!filled()) return;
    observer.disconnect();
    drawn();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
})`;

if (process.type === 'browser') process.nextTick(watch);

function watch() {
  const { app } = require('electron');
  const told = new Set();
  const tell = (line) => () => {
    if (!told.has(line)) process.stdout.write(`bench: ${line}\n`);
    told.add(line);
  };
  // The page was left before it was drawn; the next one is asked as well.
  const left = () => undefined;
  app.on('web-contents-created', (_event, contents) => {
    contents.once('dom-ready', () => {
      contents.mainFrame.executeJavaScript(DRAWN('no-screen')).then(tell('drawn'), left);
      contents.mainFrame.executeJavaScript(DRAWN('[data-screen^="opening"]')).then(tell('ready'), left);
    });
  });
}
