/** SAM cards and readers, as the pages ask for them. */
import { failed, ok, type Result } from '../../../native/failure.ts';
import { type Acting, appFailure } from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { ProgramParts } from './parts.ts';

type CustodyChannel = Extract<keyof Handlers, `custody.${string}`>;

const largestConfiguration = 100_000;

export function custodyHandlers(parts: ProgramParts): Pick<Handlers, CustodyChannel> {
  const { office, desk, pickFile, changed } = parts;
  const { custody, people } = office;

  function change(work: (acting: Acting) => Result<unknown>): Result<null> {
    const acting = people.sessions.acting();
    if (!acting.ok) return acting;
    const result = work(acting.value);
    changed();
    return result.ok ? ok(null) : result;
  }

  /** What is recorded about a card is recorded as of today: not while nobody knows what day it is. */
  function changeOnADay(work: (acting: Acting) => Result<unknown>): Result<null> {
    const unbelieved = desk.clockFailure();
    return unbelieved === undefined ? change(work) : failed(unbelieved);
  }

  return {
    'custody.view': () => {
      const acting = people.sessions.acting();
      return acting.ok ? custody.view(acting.value) : acting;
    },
    'custody.history': ({ samId }) => custody.history(samId),
    'custody.act': (act) => {
      // A card that is lost stops whatever the clock says.
      const isUrgent = act.act === 'SUSPEND' || act.act === 'REPORT_LOST';
      return (isUrgent ? change : changeOnADay)((acting) => custody.act(act, acting));
    },
    'custody.importConfiguration': async ({ samId }) => {
      const asked = people.sessions.acting();
      if (!asked.ok) return asked;
      const file = await pickFile({
        title: 'Berkas konfigurasi SAM',
        kinds: { name: 'Konfigurasi SAM', extensions: ['txt', 'cfg', 'conf'] },
        mostBytes: largestConfiguration,
      });
      if (!file.ok) return file;
      if (file.value === undefined) return ok(null);
      const { bytes, name } = file.value;
      const imported = changeOnADay((acting) =>
        // A dialog may stand open for an hour: who asked has to be there still.
        acting.personId === asked.value.personId
          ? custody.importConfiguration(samId, bytes, acting)
          : failed(appFailure('NOT_SIGNED_IN', 'custody')),
      );
      return imported.ok ? ok({ name }) : imported;
    },
  };
}
