/** The sample office as practice has it, with all its rooms real, in a folder of its own and at a time that only the test moves. */
import { ok } from '../../native/failure.ts';
import { sampleAgreement } from '../agreement/index.ts';
import { type ConnectionProfile, connectionProfile } from '../contract/index.ts';
import { trainingWrapper } from '../store/index.ts';
import { manualClock, temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { counterIdentity } from './counter-identity.ts';
import { deskFor } from './desk.ts';
import { openInstallation } from './installation.ts';
import { openOffice } from './office.ts';
import { openSampleOffice, practiceConnection, type SampleOffice } from './sample-office.ts';
import { settingOf } from './setting.ts';

/** Nobody signs in with a password here: the sample people are played. */
export const noPasswords = { decoy: '', hash: async () => ok(''), fits: async () => ok(false) };

export async function sampleOfficeAt(
  now: string,
  connection: ConnectionProfile = practiceConnection,
  cards: Pick<SampleOffice, 'withInventory'> = {},
) {
  const clock = manualClock(Date.parse(now));
  const installation = valueOfResult(await openInstallation(temporaryFolder(), trainingWrapper, clock));
  const identity = counterIdentity(installation.state);
  const office = openOffice(installation, {
    passwords: noPasswords,
    counter: () => identity.name,
    practice: true,
    version: '0.0.0',
  });
  const agreement = sampleAgreement();
  valueOfResult(openSampleOffice(installation, office, { agreement, connection, ...cards }));
  return {
    clock,
    installation,
    office,
    identity,
    agreementId: agreement.profileId,
    /** Somebody of the sample office sits down. */
    enter: (personId: string) => valueOfResult(office.people.sessions.practise(personId)),
  };
}

/** The same with a counter that reads with this SAM, at work and with a clock that is believed. */
export async function sampleCounterAt(now: string, sam: NonNullable<ConnectionProfile['sam']>) {
  const connection = connectionProfile.parse({ closedNetwork: ['192.0.2.0/24'], sam });
  const opened = await sampleOfficeAt(now, connection);
  const { installation, office, identity } = opened;
  const { agreements, custody, people } = office;
  const setting = settingOf({ office, identity, training: false, samples: true, simulated: () => undefined });
  const desk = deskFor(installation, setting, { agreements, operators: people, custody });
  desk.clockFailure();
  return { ...opened, setting, desk };
}
