import { describe, expect, test } from 'vitest';
import { institutionSecrets } from '../../simulator/index.ts';
import { sampleAgreement } from '../agreement/index.ts';
import { connectionProfile } from '../contract/index.ts';
import { systemClock, trainingWrapper } from '../store/index.ts';
import { temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { counterIdentity } from './counter-identity.ts';
import { openInstallation } from './installation.ts';
import { openOffice } from './office.ts';
import { noPasswords } from './sample-office.test-support.ts';
import { firstSampleOperator, openSampleOffice, practiceConnection } from './sample-office.ts';
import { settingOf } from './setting.ts';

const secrets = institutionSecrets('TIRTA-PANGAN');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const ofLaboratory = { pcid: hex(secrets.pcid), conf: hex(secrets.conf), uid: hex(secrets.samUid) };

async function practice(folder = temporaryFolder()) {
  const installation = valueOfResult(await openInstallation(folder, trainingWrapper, systemClock));
  const identity = counterIdentity(installation.state);
  const office = openOffice(installation, {
    passwords: noPasswords,
    counter: () => identity.name,
    practice: true,
    version: '0.0.0',
  });
  const simulated = connectionProfile.parse({ closedNetwork: ['127.0.0.0/8'], sam: ofLaboratory });
  const setting = settingOf({ office, identity, training: true, samples: true, simulated: () => simulated });
  const open = () =>
    openSampleOffice(installation, office, {
      agreement: sampleAgreement(),
      connection: practiceConnection,
      withInventory: true,
    });
  return { installation, office, setting, open };
}

describe('the sample office', () => {
  test('stands after one opening: an agreement in force, and an operator who may ask under it', async () => {
    const { installation, office, setting, open } = await practice();
    valueOfResult(open());
    const [agreement] = valueOfResult(office.agreements.list());
    expect(agreement).toMatchObject({ status: 'ACTIVE', chosen: true });
    valueOfResult(office.people.sessions.practise(firstSampleOperator));
    expect(setting.officer()?.name).toBe('Simula Ningsih');
    expect(setting.agreement()?.numbers).toEqual(sampleAgreement().numbers);
    const agreementId = agreement?.agreementId ?? '';
    expect(office.people.unfit(agreementId, firstSampleOperator)).toBeUndefined();
    expect(office.agreements.unfit(agreementId, { kind: 'READ' }, systemClock.now())).toBeUndefined();
    installation.close();
  });

  test('has SAM cards that came by the acts of its people, and one of them reads at this counter', async () => {
    const { installation, office, setting, open } = await practice();
    valueOfResult(open());
    const { cards, readers, lines } = valueOfResult(
      office.custody.view({ personId: 'x', roles: ['AUDITOR'], counter: 'Loket 1' }),
    );
    expect(cards.map(({ name, status, reader }) => [name, status, reader?.counter])).toEqual([
      ['SAM-CONTOH-0001', 'ACTIVE', 'Loket 1'],
      ['SAM-CONTOH-0002', 'SUSPENDED', 'Loket 2'],
      ['#3', 'PERSO_REQUESTED', undefined],
    ]);
    expect(readers.map(({ serial, status }) => `${serial} ${status}`)).toEqual([
      'RDR-CONTOH-01 IN_SERVICE',
      'RDR-CONTOH-02 OUT_OF_SERVICE',
    ]);
    expect(lines).toMatchObject([{ ordered: 3, personalised: 2, pending: 1, active: 1, suspended: 1 }]);
    const history = valueOfResult(office.custody.history(cards[0]?.samId ?? ''));
    expect(history.map(({ event, actor }) => `${event} ${actor}`)).toContain('ACTIVATE Uji Widodo');
    expect(setting.connection()?.sam).toEqual(ofLaboratory);
    const { agreementId = '' } = cards[0] ?? {};
    const simulatedReader = 'KETUK Latihan CL Reader 0';
    expect(office.custody.unfit(agreementId, simulatedReader, ofLaboratory.uid)).toBeUndefined();
    expect(office.custody.unfit(agreementId, 'another', ofLaboratory.uid)?.code).toBe('SAM_READER_MISMATCH');
    installation.close();
  });

  test('is opened once, and stays as people left it', async () => {
    const folder = temporaryFolder();
    const first = await practice(folder);
    valueOfResult(first.open());
    const count = valueOfResult(first.installation.audit.list(200)).length;
    first.installation.close();
    const second = await practice(folder);
    valueOfResult(second.open());
    expect(valueOfResult(second.installation.audit.list(200))).toHaveLength(count);
    second.installation.close();
  });
});
