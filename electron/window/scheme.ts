/**
 * The `ketuk://` scheme: serves the built pages, and nothing else, to three kinds of host. Each host is a site of its own, so
 * leaving a visit's page ends its renderer process (design section 3).
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { withHints } from './page-hints.ts';

export const scheme = 'ketuk';

const hosts = /^(beranda|(kunjungan|arsip)-[a-z0-9-]{8,64})$/;

/**
 * Everything comes from our own origin, nothing may be framed, sent or fetched. Styles may be inline because the component
 * library sets some, and the watermark is a data URL. The chip photo is neither that nor a blob: the browser process loads
 * both and would have seen the face; it is drawn from its bytes.
 */
const contentSecurityPolicy = [
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

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
};

/** Before the app is ready: a standard, secure scheme, so that hosts are origins and the pages a secure context. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: false, stream: false } },
  ]);
}

export function servePages(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const file = fileFor(request.url, folder);
    const type = file === undefined ? undefined : contentTypes[extname(file)];
    if (request.method !== 'GET' || file === undefined || type === undefined) return notFound();
    try {
      const content = await readFile(file);
      const { host } = new URL(request.url);
      const isPage = extname(file) === '.html';
      return new Response(isPage ? withHints(content.toString('utf8'), host, folder) : content, {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        },
      });
    } catch {
      return notFound();
    }
  });
}

/** The file a page's URL stands for, or nothing when it points outside the folder or to an unknown host. */
export function fileFor(address: string, folder: string): string | undefined {
  const url = parseAddress(address);
  if (url?.protocol !== `${scheme}:` || !hosts.test(url.host)) return undefined;
  const path = url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname.slice(1));
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : undefined;
}

/** `new URL` throws on nonsense, and `URL.parse` is younger than the oldest runtime. */
export function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

function notFound(): Response {
  return new Response('', { status: 404 });
}
