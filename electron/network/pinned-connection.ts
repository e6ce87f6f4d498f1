/**
 * One connection to one endpoint of the closed network, checked before a single byte of a request can enter it: route,
 * local interface, certificate.
 *
 * The servers sit on bare addresses with self-signed certificates (gateway fact sheet 1.2), so the usual chain and host-name
 * check cannot pass; public clients therefore switch verification off. Here the SHA-256 of the DER certificate takes its
 * place: TLS itself proves that the server holds that certificate's private key, and the pin says that it is the right one.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { type ClosedNetwork, checkRoute, type NetworkHost } from './closed-network.ts';
import { CallProblemError, type CallProblemKind, problemOf } from './problem.ts';

export interface Endpoint {
  /** Scheme, host and port; the rest is ignored. */
  readonly url: URL;
  /** SHA-256 of the server's DER certificate in hex. Without it the certificate must verify in the ordinary way. */
  readonly certificateSha256?: string | undefined;
}

function refuse(kind: CallProblemKind, detail: string): CallProblemError {
  return new CallProblemError({ kind, sent: false, detail });
}

const tooLate = 'no connection in time';

function hasPin(der: Buffer | undefined, pin: string): boolean {
  if (der === undefined) return false;
  const expected = Buffer.from(pin, 'hex');
  const actual = createHash('sha256').update(der).digest();
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** The deadline is kept here and not by destroying the socket: under Electron's Node a TLS socket whose TCP is destroyed says nothing. */
function whenConnected(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  deadline: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      deadline.removeEventListener('abort', onDeadline);
      socket.off('error', onError).off('close', onClose).off(event, onConnected);
      act();
    };
    const onDeadline = () => settle(() => reject(refuse('UNREACHABLE', tooLate)));
    const onError = (error: Error) => settle(() => reject(error));
    const onClose = () => settle(() => reject(refuse('RESET', 'closed while connecting')));
    const onConnected = () => settle(resolve);
    deadline.addEventListener('abort', onDeadline, { once: true });
    socket.on('error', onError).on('close', onClose).on(event, onConnected);
    if (deadline.aborted) onDeadline();
  });
}

/** Errors of the TLS layer: everything OpenSSL or the chain check says is about the certificate or the protocol. */
function tlsProblem(error: unknown): CallProblemError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const aboutCertificate = /CERT|SIGNATURE|ALTNAME|^EPROTO$|^ERR_SSL_|^ERR_TLS_|^UNABLE_TO_/.test(code);
  if (error instanceof CallProblemError) return error;
  if (aboutCertificate) return refuse('CERTIFICATE', code);
  return new CallProblemError(problemOf(error, false));
}

async function secure(tcp: Socket, endpoint: Endpoint, deadline: AbortSignal): Promise<TLSSocket> {
  const hostname = endpoint.url.hostname.replace(/^\[|\]$/g, '');
  const pin = endpoint.certificateSha256;
  const socket = connectTls({
    socket: tcp,
    // No SNI for address literals (RFC 6066 §3).
    ...(isIP(hostname) === 0 ? { servername: hostname } : { host: hostname }),
    rejectUnauthorized: pin === undefined,
  });
  tcp.on('error', (error) => socket.destroy(error));
  try {
    await whenConnected(socket, 'secureConnect', deadline);
  } catch (error) {
    socket.destroy();
    throw tlsProblem(error);
  }
  if (pin !== undefined && !hasPin(socket.getPeerCertificate(false).raw, pin)) {
    socket.destroy();
    throw refuse('CERTIFICATE', 'SHA-256 differs from the pin');
  }
  return socket;
}

/**
 * Opens a connection that may carry credentials.
 * @throws CallProblemError with `sent: false`, always; the socket is closed by then.
 */
export async function openPinned(
  endpoint: Endpoint,
  network: ClosedNetwork,
  host: NetworkHost,
  deadline: AbortSignal,
): Promise<Socket> {
  const { url } = endpoint;
  const route = await checkRoute(url.hostname, network, host);
  if (route.kind === 'outside') throw refuse('NOT_CLOSED_NETWORK', route.detail);
  if (route.kind === 'unresolved') throw refuse('UNREACHABLE', route.detail);

  const isTls = url.protocol === 'https:';
  const port = url.port === '' ? (isTls ? 443 : 80) : Number(url.port);
  const tcp = connectTcp({ host: route.address, port, noDelay: true });
  try {
    await whenConnected(tcp, 'connect', deadline);
    // The operating system chose the interface only now; the registered one must be it.
    if (!network.includes(tcp.localAddress ?? '') || !network.includes(tcp.remoteAddress ?? '')) {
      throw refuse('NOT_CLOSED_NETWORK', 'connection left by an unregistered interface');
    }
    return isTls ? await secure(tcp, endpoint, deadline) : tcp;
  } catch (error) {
    tcp.destroy();
    throw error instanceof CallProblemError ? error : new CallProblemError(problemOf(error, false));
  }
}
