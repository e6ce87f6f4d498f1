/**
 * The simulated gateway: lookup and data balikan on loopback ports, one population, one ledger, and the handles by which a test or a
 * trainer moves the hour, spends the quota and causes trouble. Written from the gateway fact sheet alone.
 */
import { addressOf, type ConsumerAddress, consumerAddress, type GatewayAddress } from './address.ts';
import { answerBalikan, type BalikanServer } from './balikan.ts';
import { type Certificate, createCertificate } from './certificate.ts';
import { type AccessHours, ServerClock } from './clock.ts';
import { type AnswerStyle, type ConsumerOptions, createConsumer, secretsFrom } from './consumer.ts';
import { type Latency, latencyMs } from './latency.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { type Account, answerLookup, type LookupServer } from './lookup.ts';
import { PacingDetector, type PacingReport } from './pacing.ts';
import { type NewResident, Population, type Standing, sampleResidents } from './population.ts';
import { Quota } from './quota.ts';
import { lookupReplacement, plainReplacement } from './replacement.ts';
import { type JournalEntry, Service } from './service.ts';
import { isLineTrouble, type NoTrouble, type Service as ServiceName, type Trouble } from './trouble.ts';

export interface GatewayOptions {
  /** First of four ports (lookup https and http, data balikan https and http); 0: any four. */
  readonly port?: number;
  /** Same seed, same credentials; without one they are new at each start. */
  readonly seed?: string;
  readonly now?: () => number;
  /** Numbers from 0 up to 1, for the latency of the field. */
  readonly random?: () => number;
  /** One consumer modelled on agreement 004 unless given. */
  readonly consumers?: readonly ConsumerOptions[];
  /** The sample residents unless given. */
  readonly residents?: readonly NewResident[];
  /** A new one unless given; a test file that starts many gateways makes one and saves the key generation. */
  readonly certificate?: Certificate;
  readonly dailyQuota?: number;
  readonly accessHours?: AccessHours;
  readonly latency?: Latency;
  /** Kinds of aid that the data-balikan server knows; any text unless given. */
  readonly aidTypes?: readonly string[];
  readonly minimumGapMs?: number;
  /** Pacing flags after which the gateway switches the user off; it only watches unless given. */
  readonly blockAfterFlags?: number;
  /** Keep request bodies in the journal, for tests of a client's manners. */
  readonly keepBodies?: boolean;
}

export interface SimulatedGateway {
  readonly address: GatewayAddress;
  /** The first consumer. */
  readonly consumer: ConsumerAddress;
  readonly consumers: () => readonly ConsumerAddress[];
  addConsumer(options: ConsumerOptions): ConsumerAddress;

  addResident(resident: NewResident): void;
  setStanding(nik: string, standing: Standing): boolean;
  removeResident(nik: string): boolean;

  /** Replaces the trouble of one service (lookup unless named). `{ kind: 'none' }` ends it, on both unless named. */
  trouble(trouble: Trouble | NoTrouble): Promise<void>;
  setLatency(latency: Latency): void;
  /** Changes the habits of an installation; of the first consumer's unless named. */
  setStyle(style: Partial<AnswerStyle>, consumerId?: string): void;
  /** Takes back the token for data balikan and gives out another. */
  setToken(token: string, consumerId?: string): void;
  /** The data-balikan server gets another certificate, for good. */
  renewCertificate(certificate: Certificate): void;
  setActive(active: { readonly user?: boolean; readonly institution?: boolean }, consumerId?: string): void;

  setQuota(remaining: number, consumerId?: string): void;
  quota(consumerId?: string): number;
  /** Sets the server's local hour. Access hours of 06:00–22:00 come into force if none are. */
  setHour(minuteOfDay: number): void;
  setAccessHours(hours: AccessHours | undefined): void;
  nextDay(): void;
  realTime(): void;

  setAidTypes(aidTypes: readonly string[] | undefined): void;
  ledger(): readonly LedgerEntry[];
  /** How often data balikan was accepted for a NIK, or for one registration of it. */
  accepted(nik: string, registration?: string): number;
  pacing(consumerId?: string): PacingReport;
  journal(service: ServiceName): readonly JournalEntry[];

  /** Ends every connection and frees the ports. May be called more than once. */
  close(): Promise<void>;
}

const officeHours: AccessHours = { from: 6 * 60, to: 22 * 60 };

export async function startGateway(options: GatewayOptions = {}): Promise<SimulatedGateway> {
  const clock = new ServerClock(options.now ?? Date.now);
  const secrets = secretsFrom(options.seed);
  const certificate = options.certificate ?? (await createCertificate());
  const population = new Population(options.residents ?? sampleResidents);
  const ledger = new Ledger();
  const accounts: Account[] = [];
  let latency = options.latency ?? 0;

  const addAccount = (consumerOptions: ConsumerOptions): Account => {
    const account = {
      consumer: createConsumer(consumerOptions, secrets, accounts.length),
      quota: new Quota(clock, options.dailyQuota ?? 200),
      pacing: new PacingDetector(options.minimumGapMs ?? 5_000),
    };
    accounts.push(account);
    return account;
  };
  for (const consumerOptions of options.consumers ?? [{}]) addAccount(consumerOptions);
  const accountOf = (consumerId?: string): Account => {
    const account = accounts.find(
      ({ consumer }) => (consumerId ?? consumer.consumerId) === consumer.consumerId,
    );
    if (account === undefined) throw new RangeError(`no consumer ${consumerId ?? ''}`);
    return account;
  };

  const lookupServer: LookupServer = {
    accounts,
    population,
    clock,
    accessHours: options.accessHours,
    blockAfterFlags: options.blockAfterFlags,
  };
  const balikanServer: BalikanServer = {
    consumers: () => accounts.map(({ consumer }) => consumer),
    ledger,
    aidTypes: options.aidTypes,
  };
  const first = options.port ?? 0;
  const shared = {
    certificate,
    now: () => clock.now(),
    delayMs: () => latencyMs(latency, options.random ?? Math.random),
    keepBodies: options.keepBodies ?? false,
  };
  const services: Readonly<Record<ServiceName, Service>> = {
    lookup: new Service({
      ...shared,
      ports: portsFrom(first, 0),
      answer: (request) => answerLookup(lookupServer, request),
      replacement: (trouble, request) => lookupReplacement(accounts, trouble, request),
    }),
    balikan: new Service({
      ...shared,
      ports: portsFrom(first, 2),
      answer: (request) => answerBalikan(balikanServer, request),
      replacement: (trouble) => plainReplacement(trouble),
    }),
  };
  const close = async () => {
    await Promise.all([services.lookup.close(), services.balikan.close()]);
  };
  try {
    await services.lookup.open();
    await services.balikan.open();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    address: addressOf(services.lookup.origins, services.balikan.origins, certificate),
    consumer: consumerAddress(accountOf().consumer),
    consumers: () => accounts.map(({ consumer }) => consumerAddress(consumer)),
    addConsumer: (consumerOptions) => consumerAddress(addAccount(consumerOptions).consumer),
    addResident: (resident) => {
      population.add(resident);
    },
    setStanding: (nik, standing) => population.setStanding(nik, standing),
    removeResident: (nik) => population.remove(nik),
    trouble: async (trouble) => {
      if (trouble.kind === 'none') {
        const named = trouble.service === undefined ? Object.values(services) : [services[trouble.service]];
        await Promise.all(named.map((service) => service.noTrouble()));
        return;
      }
      const service = services[trouble.service ?? 'lookup'];
      await (isLineTrouble(trouble) ? service.lineTrouble(trouble) : service.requestTrouble(trouble));
    },
    setLatency: (value) => {
      latency = value;
    },
    setStyle: (style, consumerId) => {
      const { consumer } = accountOf(consumerId);
      consumer.style = { ...consumer.style, ...style };
    },
    setToken: (token, consumerId) => {
      accountOf(consumerId).consumer.token = token;
    },
    renewCertificate: (renewed) => services.balikan.renewCertificate(renewed),
    setActive: ({ user, institution }, consumerId) => {
      const { consumer } = accountOf(consumerId);
      consumer.userActive = user ?? consumer.userActive;
      consumer.institutionActive = institution ?? consumer.institutionActive;
    },
    setQuota: (remaining, consumerId) => accountOf(consumerId).quota.set(remaining),
    quota: (consumerId) => accountOf(consumerId).quota.remaining,
    setHour: (minuteOfDay) => {
      clock.setMinuteOfDay(minuteOfDay);
      lookupServer.accessHours ??= officeHours;
    },
    setAccessHours: (hours) => {
      lookupServer.accessHours = hours;
    },
    nextDay: () => clock.nextDay(),
    realTime: () => clock.real(),
    setAidTypes: (aidTypes) => {
      balikanServer.aidTypes = aidTypes;
    },
    ledger: () => ledger.entries(),
    accepted: (nik, registration) => ledger.accepted(nik, registration),
    pacing: (consumerId) => accountOf(consumerId).pacing.report(),
    journal: (service) => services[service].journal(),
    close,
  };
}

function portsFrom(first: number, offset: number): { https: number; http: number } {
  return first === 0 ? { https: 0, http: 0 } : { https: first + offset, http: first + offset + 1 };
}
