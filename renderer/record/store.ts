/** The one record of this page. */
import { create } from 'zustand';
import type { RecordView } from '../../electron/contract/index.ts';

export const useRecord = create<{ readonly record: RecordView | undefined; readonly veiled: boolean }>(
  () => ({
    record: undefined,
    veiled: false,
  }),
);
