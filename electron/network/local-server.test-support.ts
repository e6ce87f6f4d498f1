/** Tiny loopback servers for the tests of the network, the gateway client and the sender: plain, or TLS with a fresh certificate. */
import { createHash, X509Certificate } from 'node:crypto';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { generate } from 'selfsigned';

export interface LocalServer {
  readonly url: URL;
  /** Hex SHA-256 of the DER certificate; all zero for a plain server. */
  readonly pin: string;
  /** Connections accepted so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

async function listening(server: Server, scheme: 'http' | 'https', pin: string): Promise<LocalServer> {
  let connections = 0;
  const open = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    connections += 1;
    open.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`${scheme}://127.0.0.1:${port}`),
    pin,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

export function plainServer(handler: RequestListener): Promise<LocalServer> {
  return listening(createHttp(handler), 'http', '0'.repeat(64));
}

const certificate = generate([{ name: 'commonName', value: 'gateway.invalid' }], {
  keySize: 2048,
  algorithm: 'sha256',
});

export function tlsServer(handler: RequestListener): Promise<LocalServer> {
  const pin = createHash('sha256').update(new X509Certificate(certificate.cert).raw).digest('hex');
  return listening(createHttps({ key: certificate.private, cert: certificate.cert }, handler), 'https', pin);
}
