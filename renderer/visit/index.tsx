/** The door of the visit page. It draws nothing before the first view: an empty frame would be one more thing to read. */

import { portReady } from '../port.ts';
import { guardValues } from '../privacy.ts';
import { connect, useVisit } from './store.ts';
import { VisitPage } from './VisitPage.tsx';

export function Page() {
  const view = useVisit((state) => state.view);
  return view === undefined ? null : <VisitPage view={view} />;
}

export async function open(): Promise<void> {
  guardValues();
  connect(await portReady());
}
