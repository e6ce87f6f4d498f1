/**
 * One loopback port that can be open, shut (connection refused), or mute (connections are taken and nothing is ever said), and
 * keeps its number through all of that. Owns every socket it has taken.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { createServer as createSilentServer, type Server as SilentServer, type Socket } from 'node:net';
import type { Certificate } from './certificate.ts';

/** Never anything but loopback: no test may reach the outside, nor be reached from it. */
export const loopback = '127.0.0.1';

type ListenerState = 'open' | 'shut' | 'mute';

export class Listener {
  readonly #server: Server | TlsServer;
  readonly #silent: SilentServer;
  readonly #sockets = new Set<Socket>();
  #port: number;
  #state: ListenerState = 'shut';

  constructor(port: number, certificate: Certificate | undefined, onRequest: RequestListener) {
    this.#port = port;
    this.#server =
      certificate === undefined
        ? createServer(onRequest)
        : createTlsServer({ key: certificate.key, cert: certificate.pem, minVersion: 'TLSv1.2' }, onRequest);
    this.#silent = createSilentServer();
    this.#server.on('connection', (socket: Socket) => this.#keep(socket));
    this.#silent.on('connection', (socket: Socket) => this.#keep(socket));
  }

  get port(): number {
    return this.#port;
  }

  async become(state: ListenerState): Promise<void> {
    if (state === this.#state) return;
    await this.#leave();
    this.#state = state;
    if (state !== 'shut') await this.#listen(state === 'open' ? this.#server : this.#silent);
  }

  /** Shows another certificate from now on; connections made under the old one are ended. */
  present({ key, pem }: Certificate): void {
    if ('setSecureContext' in this.#server) {
      this.#server.setSecureContext({ key, cert: pem, minVersion: 'TLSv1.2' });
      this.#destroySockets();
    }
  }

  /** Ends the connection of a request with a TCP reset, beneath TLS, so that the client sees ECONNRESET. */
  reset(request: IncomingMessage): void {
    for (const socket of this.#sockets) {
      if (socket.remotePort === request.socket.remotePort) socket.resetAndDestroy();
    }
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // A client that hangs up in the middle is everyday business for a server and nothing to report.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
  }

  async #leave(): Promise<void> {
    if (this.#state === 'shut') return;
    const server = this.#state === 'open' ? this.#server : this.#silent;
    const closed = new Promise<void>((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
    });
    this.#destroySockets();
    await closed;
  }

  #destroySockets(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #listen(server: Server | TlsServer | SilentServer): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: loopback, port: this.#port, exclusive: true }, () => {
        server.off('error', reject);
        const address = server.address();
        if (address !== null && typeof address === 'object') this.#port = address.port;
        resolve();
      });
    });
  }
}
