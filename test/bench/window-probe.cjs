/**
 * Required into the main process of any Electron program by NODE_OPTIONS, so that every program is asked the same question in the same way:
 * when does a person see the first screen? That is when the page's body holds text and a frame with it has been drawn. Says so
 * in one line on standard output.
 */
const DRAWN = `new Promise((resolve) => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
  const filled = () => document.body !== null && document.body.innerText.trim() !== '';
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
  let told = false;
  app.on('web-contents-created', (_event, contents) => {
    contents.once('dom-ready', () => {
      contents.mainFrame.executeJavaScript(DRAWN).then(
        () => {
          if (!told) process.stdout.write('bench: drawn\n');
          told = true;
        },
        // The page was left before it was drawn; the next one is asked as well.
        () => undefined,
      );
    });
  });
}
