/** The door of the record page: one kept record, opened for the resident or an audit, gone when the page is left. */
import { portReady } from '../port.ts';
import { guardValues } from '../privacy.ts';
import { RecordPage } from './RecordPage.tsx';
import { connect } from './store.ts';

export function Page() {
  return <RecordPage />;
}

export async function open(): Promise<void> {
  guardValues();
  connect(await portReady());
}
