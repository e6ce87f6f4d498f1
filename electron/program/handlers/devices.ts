/** The device test as the pages ask for it: begun, stopped, looked at, and saved as a report that can be sent. */
import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../../../native/failure.ts';
import {
  appFailure,
  type DeviceTestView,
  type ReportFacts,
  reportJson,
  reportText,
} from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import { writeBeside } from '../write-beside.ts';
import type { ProgramParts } from './parts.ts';

type DeviceTestChannel = Extract<keyof Handlers, `deviceTest.${string}`>;

export function deviceTestHandlers(parts: ProgramParts): Pick<Handlers, DeviceTestChannel> {
  const { office, deviceTests, setting, identity, preferences, saveAs, version } = parts;
  const { sessions } = office.people;

  function facts(): ReportFacts {
    return {
      version,
      counter: identity.name,
      institution: setting.agreement()?.parties.party2.name ?? '',
      timeZone: setting.zone(),
      training: setting.training,
    };
  }

  function write(path: string, view: DeviceTestView): Result<{ readonly sha256: string }> {
    const json = reportJson(view, facts());
    const sha256 = createHash('sha256').update(json).digest('hex');
    const txt = reportText(view, facts(), sha256, preferences.get().language);
    const written = writeBeside(path, json, { txt });
    return written.ok ? ok({ sha256 }) : written;
  }

  return {
    'deviceTest.start': async (asked) => {
      const acting = sessions.acting();
      return acting.ok ? deviceTests.start(asked, acting.value) : acting;
    },
    'deviceTest.stop': () => {
      deviceTests.stop();
      return ok(null);
    },
    'deviceTest.view': () => ok(deviceTests.view() ?? null),
    'deviceTest.saveReport': async () => {
      const view = deviceTests.view();
      if (view === undefined || view.state === 'RUNNING') {
        return failed(appFailure('STEP_ORDER', 'device report', 'no test has ended'));
      }
      const path = await saveAs({ title: 'Laporan uji perangkat', name: 'uji-perangkat.json', kind: 'JSON' });
      return path === undefined ? ok(null) : write(path, view);
    },
  };
}
