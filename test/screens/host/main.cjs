/**
 * A window around the built pages and nothing else of the program: the same scheme, hosts and content security policy as
 * electron/window, so that a page that works here works there. KETUK_PAGES names the folder of the pages.
 */
const { readFile } = require('node:fs/promises');
const { extname, join } = require('node:path');
const { app, BrowserWindow, Menu, protocol } = require('electron');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

protocol.registerSchemesAsPrivileged([{ scheme: 'ketuk', privileges: { standard: true, secure: true } }]);

app.whenReady().then(async () => {
  const pages = process.env.KETUK_PAGES ?? '';
  protocol.handle('ketuk', async (request) => {
    const { pathname } = new URL(request.url);
    const file = join(pages, pathname === '/' ? 'index.html' : pathname);
    const type = types[extname(file)];
    if (type === undefined || !file.startsWith(pages)) return new Response('', { status: 404 });
    return new Response(await readFile(file), {
      headers: { 'content-type': type, 'content-security-policy': policy },
    });
  });
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  await window.loadURL('about:blank');
});

app.on('window-all-closed', () => app.quit());
