/** Starts the simulators of training mode in a process of their own and passes the drawer's orders on to them. */
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { type ConnectionProfile, connectionProfile, type Trouble } from '../contract/index.ts';

const text = z.string().min(1).max(500);
const readyMessage = z.object({
  kind: z.literal('ready'),
  gateway: z.object({
    baseUrl: text,
    certificateSha256: text,
    consumer: z.object({
      consumerId: text,
      methods: z.object({ match: text }),
      credentials: z.object({ user_id: text, password: text, ip_user: text }),
      token: text,
      id_lembaga: text,
      nama_lembaga: text,
    }),
  }),
  balikan: z.object({ baseUrl: text, path: text }),
  sam: z.object({ pcid: text, conf: text, uid: text }),
});

export class TrainingHost {
  readonly #child: UtilityProcess;
  /** The connection that leads to the simulators, once they are up. */
  readonly connection: Promise<ConnectionProfile>;

  constructor(script: string) {
    this.#child = utilityProcess.fork(script, [], { serviceName: 'ketuk-latihan', stdio: 'ignore' });
    this.connection = new Promise((resolve, reject) => {
      this.#child.once('message', (message: unknown) => resolve(connectionOf(message)));
      this.#child.once('exit', (code) => reject(new Error(`the simulators ended with ${code}`)));
    });
  }

  /** A new way to the simulated readers, for one visit process. */
  cardsPort(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage({ kind: 'cards' }, [port1]);
    return port2;
  }

  tap(resident: string): void {
    this.#child.postMessage({ kind: 'tap', resident });
  }

  remove(): void {
    this.#child.postMessage({ kind: 'remove' });
  }

  trouble(trouble: Trouble): void {
    this.#child.postMessage({ kind: 'trouble', trouble });
  }
}

function connectionOf(message: unknown): ConnectionProfile {
  const { gateway, balikan, sam } = readyMessage.parse(message);
  const { consumer } = gateway;
  return connectionProfile.parse({
    gateway: {
      baseUrl: gateway.baseUrl,
      certificateSha256: gateway.certificateSha256,
      consumerId: consumer.consumerId,
      method: 'MATCH',
      methodName: consumer.methods.match,
      credentials: {
        userId: consumer.credentials.user_id,
        password: consumer.credentials.password,
        ipUser: consumer.credentials.ip_user,
      },
    },
    dataBalikan: {
      baseUrl: balikan.baseUrl,
      path: balikan.path,
      certificateSha256: gateway.certificateSha256,
      token: consumer.token,
      idLembaga: consumer.id_lembaga,
      namaLembaga: consumer.nama_lembaga,
    },
    closedNetwork: ['127.0.0.0/8'],
    sam,
  });
}
