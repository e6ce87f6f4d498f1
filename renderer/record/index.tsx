/** The door of the record page: one kept record, opened for the resident or an audit, gone when the page is left. */
import type { RecordView } from '../../electron/contract/index.ts';
import { portReady } from '../port.ts';
import { refreshHome } from '../preferences.ts';
import { guardValues } from '../privacy.ts';
import { RecordPage } from './RecordPage.tsx';
import { useRecord } from './store.ts';

export function Page() {
  return <RecordPage />;
}

export async function open(): Promise<void> {
  guardValues();
  window.ketuk.onChanged(() => void refreshHome());
  const port = await portReady();
  port.addEventListener('message', (event: MessageEvent<{ kind: 'record'; record: RecordView }>) => {
    if (event.data.kind === 'record') useRecord.setState({ record: event.data.record });
  });
  port.start();
}
