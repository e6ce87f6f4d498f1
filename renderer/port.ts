/**
 * The page's MessagePort: it comes once, as a `message` event of this very window with data `'ketuk-port'`, after the page has
 * said that it listens.
 */
export function portReady(): Promise<MessagePort> {
  return new Promise((resolve) => {
    function receive(event: MessageEvent): void {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'ketuk-port' || port === undefined) return;
      window.removeEventListener('message', receive);
      resolve(port);
    }
    window.addEventListener('message', receive);
    window.postMessage('ketuk-page-ready', window.location.origin);
  });
}
