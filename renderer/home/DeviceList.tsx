/** Readers and the roles that probing gave them, and the SAM cards on record. */
import { useTranslation } from 'react-i18next';
import type { OpenHome } from '../../electron/contract/index.ts';
import { ask } from '../bridge.ts';
import { Custody } from '../office/custody/index.tsx';
import { DeviceTest, TestDevices, testIn } from '../office/devices/index.tsx';
import { report } from '../preferences.ts';
import { keys, QuietButton, Screen } from '../shell/index.ts';
import classes from './List.module.css';
import { go } from './place.ts';
import { Table } from './Table.tsx';
import { useList } from './use-list.ts';

interface DeviceListProps {
  readonly home: OpenHome;
  /** A SAM card whose page is open, or the device test. */
  readonly detail: string | undefined;
}

export function DeviceList({ home, detail }: DeviceListProps) {
  const { t } = useTranslation();
  const { rows, reload } = useList(
    () => ask('devices.list', undefined),
    (answer) => answer.value,
  );

  async function retrySam(): Promise<void> {
    report(await ask('devices.retrySam', undefined));
    await reload();
  }

  const looksAfter = home.person.maySee.includes('MANAGE_DEVICES');
  const test = testIn(detail);
  if (test !== undefined && looksAfter) return <DeviceTest home={home} samId={test.samId} />;
  if (detail !== undefined && looksAfter) {
    return <Custody home={home} samId={detail} />;
  }
  return (
    <Screen
      name="devices"
      title={t('nav.devices')}
      lead={t(looksAfter ? 'custody.lead' : 'devices.lead')}
      actions={[
        { key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' },
        { key: keys.primary, label: t('table.refresh'), run: () => void reload(), kind: 'primary' },
      ]}
    >
      <Custody home={home} samId={undefined} />
      {looksAfter && (
        <div>
          <h2>{t('devices.hereNow')}</h2>
          <p className={classes.note}>{t('devices.lead')}</p>
          <TestDevices />
        </div>
      )}
      <Table
        label={t('devices.hereNow')}
        caption={t('devices.hereNow')}
        empty={t('devices.none')}
        heads={[t('devices.name'), t('devices.role'), t('devices.card')]}
        rows={rows?.map((row) => ({
          key: row.name,
          cells: [
            row.name,
            <strong key="role">{t(`devices.roles.${row.role}`)}</strong>,
            t(row.cardPresent ? 'devices.present' : 'devices.absent'),
          ],
        }))}
      />
      <div>
        <QuietButton onClick={() => void retrySam()}>{t('devices.retrySam')}</QuietButton>
        <p className={classes.note}>{t('devices.retrySamNote')}</p>
      </div>
    </Screen>
  );
}
