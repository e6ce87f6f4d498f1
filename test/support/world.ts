/**
 * Everything outside the program for one test: chip and SAM in the virtual reader of a private `pcscd`, a simulated gateway, and
 * the counter file that leads to them. Runs in the test's own process, so that the program's processes hold none of it.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleAgreement } from '../../electron/agreement/index.ts';
import type { CounterFile } from '../../electron/contract/index.ts';
import { type SimulatedGateway, startGateway } from '../../simulator/gateway/index.ts';
import { attachToVpcd, type CounterOptions, type Resident, SimulatedCounter } from '../../simulator/index.ts';

/** The two slots of the virtual reader driver. */
const cardPort = 35963;
const samPort = 35964;

/** What opens the keys of an installation in a test. */
export const passphrase = 'frasa sandi untuk uji coba';

export interface World {
  readonly counter: SimulatedCounter;
  readonly gateway: SimulatedGateway;
  /** A folder that goes with the world. */
  readonly folder: string;
  /** Counter file and passphrase file, as the program takes them. */
  readonly profile: string;
  readonly passphraseFile: string;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly counter?: CounterOptions;
  readonly gateway?: Parameters<typeof startGateway>[0];
  readonly change?: (file: CounterFile) => CounterFile;
}

/** Opens the world; every part of it is closed again by `close`, also when opening fails half-way. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const toClose: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of toClose.reverse().splice(0)) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'ketuk-world-'));
    toClose.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const gateway = await startGateway(options.gateway);
    toClose.push(() => gateway.close());
    const counter = new SimulatedCounter(options.counter);
    await attach(counter, toClose);
    const profile = join(folder, 'loket.json');
    const file = counterFileOf(gateway, counter);
    await writeFile(profile, JSON.stringify(options.change?.(file) ?? file));
    const passphraseFile = join(folder, 'frasa-sandi.txt');
    await writeFile(passphraseFile, passphrase, { mode: 0o600 });
    return { counter, gateway, folder, profile, passphraseFile, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Both slots are filled while they are attached, so that it is known that they are; then the counter is made empty. */
async function attach(counter: SimulatedCounter, toClose: (() => Promise<void>)[]): Promise<void> {
  const sam = await attachToVpcd(counter.samSlot, { port: samPort });
  toClose.push(() => sam.close());
  const card = await attachToVpcd(counter.cardSlot, { port: cardPort });
  toClose.push(() => card.close());
  counter.cardSlot.remove();
}

export function counterFileOf(gateway: SimulatedGateway, counter: SimulatedCounter): CounterFile {
  const { address, consumer } = gateway;
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return {
    agreement: sampleAgreement(),
    connection: {
      gateway: {
        baseUrl: address.gateway.https,
        certificateSha256: address.certificate.sha256Hex,
        consumerId: consumer.consumerId,
        method: 'MATCH',
        methodName: consumer.methods.match,
        credentials: {
          userId: consumer.credentials.user_id,
          password: consumer.credentials.password,
          ipUser: consumer.credentials.ip_user,
        },
        keys: { nik: 'NIK', userId: 'USER_ID', password: 'PASSWORD', ipUser: 'IP_USER' },
        requestDate: 'DD-MM-YYYY',
        threshold: 90,
        timeoutMs: 5000,
      },
      dataBalikan: {
        baseUrl: address.balikan.https,
        path: address.balikan.storePath,
        certificateSha256: address.certificate.sha256Hex,
        token: consumer.token,
        idLembaga: consumer.id_lembaga,
        namaLembaga: consumer.nama_lembaga,
        shape: 'JSON_BATCH',
        timeoutMs: 5000,
      },
      closedNetwork: ['127.0.0.0/8'],
      sam: {
        pcid: hex(counter.institution.pcid),
        conf: hex(counter.institution.conf),
        uid: hex(counter.institution.samUid),
      },
      readers: {},
    },
  };
}

/** Makes a resident known to the simulated gateway as the card has it. */
export function knownToGateway(gateway: SimulatedGateway, resident: Resident): void {
  gateway.addResident({
    NIK: resident.nik,
    NAMA_LGKP: resident.name,
    JENIS_KLMIN: resident.sex === 'PEREMPUAN' ? 'Perempuan' : 'Laki-Laki',
    TMPT_LHR: resident.birthPlace,
    TGL_LHR: resident.birthDate,
    STATUS_KAWIN: resident.maritalStatus,
    JENIS_PKRJN: resident.occupation,
    ALAMAT: resident.address,
    NO_RT: resident.rt,
    NO_RW: resident.rw,
    PROP_NAME: resident.province.replace(/^PROVINSI /, ''),
    // The gateway keeps the name without the word for its kind (gateway fact sheet 2.3).
    KAB_NAME: resident.regency.replace(/^(KABUPATEN|KOTA) /, ''),
    KEC_NAME: resident.district,
    KEL_NAME: resident.village,
  });
}
