/**
 * The `ketuk://` scheme: serves the built pages, and nothing else, to three kinds of host. Each host is a site of its own, so
 * leaving a visit's page ends its renderer process (design section 3).
 */
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron';
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
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
};

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Before the app is ready: a standard, secure scheme, so that hosts are origins and the pages a secure context. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: false, stream: false } },
  ]);
}

/**
 * The deprecated way, and kept for the start: `protocol.handle` loads all of Node's fetch into main before it answers the first
 * request, while the window is being waited for.
 */
export function servePages(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol(scheme, (request, answer) => answer(responseTo(request, folder)));
}

function responseTo({ method, url }: ProtocolRequest, folder: string): ProtocolResponse {
  const file = method === 'GET' ? fileFor(url, folder) : undefined;
  const type = file === undefined ? undefined : contentTypes[extname(file)];
  const data = file === undefined || type === undefined ? undefined : contentOf(file, url, folder);
  if (type === undefined || data === undefined) return { statusCode: 404, data: Buffer.alloc(0) };
  return { data, headers: { ...headers, 'content-type': type } };
}

/** Read at once: these are our own few files, and a turn of the loop for each costs more than the reading. */
function contentOf(file: string, address: string, folder: string): Buffer | undefined {
  try {
    const content = readFileSync(file);
    if (extname(file) !== '.html') return content;
    return Buffer.from(withHints(content.toString('utf8'), new URL(address).host, folder));
  } catch {
    return undefined;
  }
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
