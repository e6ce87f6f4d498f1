/**
 * The device test on screen: which SAM, what it needs of the person, every step as it is taken, and at the end a report to send. Nobody is
 * served meanwhile, which is said before it begins.
 */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceTestView, OpenHome } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { addressOf, go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { report } from '../../preferences.ts';
import { type Action, FailureNote, keys, Screen } from '../../shell/index.ts';
import fields from '../../visit/screens/fields.module.css';
import { ChooseSam } from './ChooseSam.tsx';
import classes from './devices.module.css';
import { Progress } from './Progress.tsx';
import { StepList } from './StepList.tsx';

interface DeviceTestProps {
  readonly home: OpenHome;
  /** A card of the inventory that is to be tested; `undefined`: the SAM that this counter reads with. */
  readonly samId: string | undefined;
}

export function DeviceTest({ home, samId }: DeviceTestProps) {
  const { t } = useTranslation();
  const [openAgain, setOpenAgain] = useState(false);
  const [fresh, setFresh] = useState(false);
  const [sha256, setSha256] = useState<string>();
  const { rows: latest, reload } = useList(
    () => ask('deviceTest.view', undefined),
    (answer) => answer.value,
  );
  if (latest === undefined) return null;
  // What was found out about another SAM is not shown under this one.
  const about = latest !== null && (latest.card?.samId ?? undefined) === samId ? latest : null;
  const view = latest?.state === 'RUNNING' ? latest : fresh ? null : about;
  const may = home.person.may.includes('MANAGE_DEVICES');

  async function start(): Promise<void> {
    setSha256(undefined);
    const asked = { openAgain, ...(samId === undefined ? {} : { samId }) };
    if (report(await ask('deviceTest.start', asked))) setFresh(false);
    setOpenAgain(false);
    await reload();
  }

  async function stop(): Promise<void> {
    report(await ask('deviceTest.stop', undefined));
  }

  async function save(): Promise<void> {
    const answer = await ask('deviceTest.saveReport', undefined);
    if (report(answer) && answer.ok && answer.value !== null) setSha256(answer.value.sha256);
  }

  const back: Action = {
    key: keys.back,
    label: t(samId === undefined ? 'deviceTest.back' : 'deviceTest.backToCard'),
    run: () => go('devices', samId),
    kind: 'plain',
  };
  const begin: Action = {
    key: keys.primary,
    label: t('deviceTest.start'),
    run: () => void start(),
    kind: 'primary',
  };

  function actions(): readonly Action[] {
    if (!may) return [back];
    if (view === null) return [back, begin];
    if (view.state === 'RUNNING') {
      return [{ key: keys.back, label: t('deviceTest.stop'), run: () => void stop(), kind: 'plain' }];
    }
    const again: Action = {
      key: keys.again,
      label: t('deviceTest.again'),
      run: () => setFresh(true),
      kind: 'plain',
    };
    return [
      back,
      again,
      { key: keys.primary, label: t('deviceTest.save'), run: () => void save(), kind: 'primary' },
    ];
  }

  return (
    <Screen
      name={`device-test-${view?.state ?? 'READY'}`}
      title={t(`deviceTest.titles.${view?.state ?? 'READY'}`)}
      lead={t(`deviceTest.leads.${view?.state ?? 'READY'}`)}
      tone={view?.state === 'PASSED' ? 'good' : view?.state === 'FAILED' ? 'broken' : 'plain'}
      actions={actions()}
    >
      {view === null ? (
        <>
          <ChooseSam samId={samId} onChoose={(chosen) => go('devices', testOf(chosen))} />
          <Needed />
          {(refusedOpen(about) || openAgain) && may && (
            <Checkbox
              label={
                <>
                  {t('deviceTest.openAgain')}
                  <span className={fields.note}>{t('deviceTest.openAgainNote')}</span>
                </>
              }
              checked={openAgain}
              classNames={{
                root: fields.choice,
                body: fields.choiceBody,
                input: fields.radio,
                label: fields.choiceLabel,
              }}
              onChange={(event) => setOpenAgain(event.currentTarget.checked)}
            />
          )}
        </>
      ) : (
        <Course view={view} sha256={sha256} />
      )}
    </Screen>
  );
}

/** The address of the test within the place of devices. */
export function testOf(samId: string | undefined): string {
  return samId === undefined ? 'uji' : `uji/${samId}`;
}

/** The card of such an address; `undefined` where the address is none of a test. */
export function testIn(detail: string | undefined): { readonly samId: string | undefined } | undefined {
  if (detail === 'uji') return { samId: undefined };
  return detail?.startsWith('uji/') ? { samId: detail.slice('uji/'.length) } : undefined;
}

/** A way to the test from the page of devices. */
export function TestDevices() {
  const { t } = useTranslation();
  return (
    <a className={classes.link} href={addressOf('devices', testOf(undefined))}>
      {t('deviceTest.go')}
    </a>
  );
}

function refusedOpen(view: DeviceTestView | null): boolean {
  return view?.outcomes.some(({ step, verdict }) => step === 'SAM_OPEN' && verdict === 'FAILED') ?? false;
}

function Needed() {
  const { t } = useTranslation();
  return (
    <ul className={classes.needed}>
      {(['closed', 'card', 'once', 'nothing'] as const).map((one) => (
        <li key={one}>{t(`deviceTest.needed.${one}`)}</li>
      ))}
    </ul>
  );
}

function Course({ view, sha256 }: { readonly view: DeviceTestView; readonly sha256: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.about}>
        {t('deviceTest.about', { sam: view.card?.name ?? t('deviceTest.inUse'), name: view.by })}
      </p>
      {view.state === 'RUNNING' && <Progress view={view} />}
      {view.failure !== undefined && <FailureNote failure={view.failure} quiet />}
      {sha256 !== undefined && (
        <p className={classes.saved} role="status">
          {t('deviceTest.saved')} <code>{sha256}</code>
        </p>
      )}
      <StepList view={view} />
    </>
  );
}
