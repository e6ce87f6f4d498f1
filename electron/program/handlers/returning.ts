/** The return of a SAM configuration as the pages ask for it: to a place that is chosen in a dialog of main's, and what is unfinished. */
import { basename } from 'node:path';
import { failed, ok } from '../../../native/failure.ts';
import { appFailure } from '../../contract/index.ts';
import type { Handlers } from '../../window/index.ts';
import type { ProgramParts } from './parts.ts';

type ReturnChannel = Extract<keyof Handlers, `configuration.${string}`>;

export function returningHandlers(parts: ProgramParts): Pick<Handlers, ReturnChannel> {
  const { office, desk, saveAs, changed } = parts;
  const { custody, people } = office;
  return {
    'configuration.unfinished': () => custody.returns.unfinished(),
    'configuration.return': async (asked) => {
      const before = people.sessions.acting();
      if (!before.ok) return before;
      const unbelieved = desk.clockFailure();
      if (unbelieved !== undefined) return failed(unbelieved);
      const title = 'Media pengembalian konfigurasi SAM';
      const name = custody.returns.nameFor(asked.samId);
      if (!name.ok) return name;
      const path = await saveAs({ title, name: name.value, kind: 'Konfigurasi SAM' });
      if (path === undefined) return ok(null);
      // A dialog may stand open for an hour: who asked has to be there still.
      const acting = people.sessions.acting();
      if (!acting.ok) return acting;
      if (acting.value.personId !== before.value.personId) {
        return failed(appFailure('NOT_SIGNED_IN', 'custody.return'));
      }
      const fileName = basename(path);
      const returned = custody.returns.returnTo({ path, fileName }, asked, acting.value);
      changed();
      return returned.ok ? ok({ fileName, ...returned.value }) : returned;
    },
  };
}
