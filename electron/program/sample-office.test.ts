import { describe, expect, test } from 'vitest';
import { sampleAgreement } from '../agreement/index.ts';
import { systemClock, trainingWrapper } from '../store/index.ts';
import { temporaryFolder, valueOfResult } from '../store/store.test-support.ts';
import { counterIdentity } from './counter-identity.ts';
import { openInstallation } from './installation.ts';
import { openOffice } from './office.ts';
import { firstSampleOperator, openSampleOffice, practiceConnection } from './sample-office.ts';
import { settingOf } from './setting.ts';

const noPasswords = {
  decoy: '',
  hash: async () => ({ ok: true, value: '' }) as const,
  fits: async () => ({ ok: true, value: false }) as const,
};

async function practice(folder = temporaryFolder()) {
  const installation = valueOfResult(await openInstallation(folder, trainingWrapper, systemClock));
  const identity = counterIdentity(installation.state);
  const office = openOffice(installation, {
    passwords: noPasswords,
    counter: () => identity.name,
    practice: true,
    version: '0.0.0',
  });
  const setting = settingOf({ office, identity, training: true, samples: true, simulated: () => undefined });
  const open = () =>
    openSampleOffice(installation, office, { agreement: sampleAgreement(), connection: practiceConnection });
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
