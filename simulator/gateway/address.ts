/** What a client must be told to reach the simulated gateway: addresses, pin, and one institution's spellings and credentials. */
import type { Certificate } from './certificate.ts';
import type { Consumer, RequestKeys } from './consumer.ts';
import type { ElementKey } from './elements.ts';

/** What a client needs to be configured with. */
export interface ConsumerAddress {
  readonly consumerId: string;
  readonly region: string;
  readonly methods: { readonly fetch: string; readonly match: string };
  readonly keys: { readonly fetch: RequestKeys; readonly match: RequestKeys };
  readonly requestDate: 'DD-MM-YYYY' | 'YYYY-MM-DD';
  readonly grant: readonly ElementKey[];
  readonly credentials: { readonly user_id: string; readonly password: string; readonly ip_user: string };
  readonly authorization?: string;
  readonly token: string;
  readonly id_lembaga: string;
  readonly nama_lembaga: string;
}

export interface GatewayAddress {
  /** Scheme, host and port; the path is /dukcapil/get_json/[{region}/]{consumerId}/{METHOD}. */
  readonly gateway: { readonly https: string; readonly http: string };
  /** Scheme, host, port and the public root of the seeds; records are posted to `storePath` below it. */
  readonly balikan: { readonly https: string; readonly http: string; readonly storePath: string };
  /** SHA-256 of the DER certificate, and the certificate. */
  readonly certificate: { readonly sha256Hex: string; readonly sha256Base64: string; readonly pem: string };
}

interface Origins {
  readonly https: string;
  readonly http: string;
}

const publicRoot = '/data_balikan/public';

export function addressOf(lookup: Origins, balikan: Origins, { pin, pem }: Certificate): GatewayAddress {
  return {
    gateway: lookup,
    balikan: {
      https: `${balikan.https}${publicRoot}`,
      http: `${balikan.http}${publicRoot}`,
      storePath: '/api/store',
    },
    certificate: { sha256Hex: pin.hex, sha256Base64: pin.base64, pem },
  };
}

export function consumerAddress(consumer: Consumer): ConsumerAddress {
  const { consumerId, region, methods, keys, requestDate, grant, authorization } = consumer;
  return {
    consumerId,
    region,
    methods,
    keys,
    requestDate,
    grant,
    credentials: { user_id: consumer.userId, password: consumer.password, ip_user: consumer.ipUser },
    ...(authorization === undefined ? {} : { authorization }),
    token: consumer.token,
    id_lembaga: consumer.idLembaga,
    nama_lembaga: consumer.namaLembaga,
  };
}
