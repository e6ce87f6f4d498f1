/** The one record of this page, and what became of printing it. */
import { create } from 'zustand';
import type { RecordMessage, RecordReply, RecordView } from '../../electron/contract/index.ts';
import type { Failure } from '../bridge.ts';
import { usePreferences } from '../preferences.ts';

interface RecordState {
  readonly record: RecordView | undefined;
  readonly veiled: boolean;
  readonly paper: 'PRINTING' | 'PRINTED' | undefined;
  readonly paperFailure: Failure | undefined;
}

export const useRecord = create<RecordState>(() => ({
  record: undefined,
  veiled: false,
  paper: undefined,
  paperFailure: undefined,
}));

let port: MessagePort | undefined;

export function connect(opened: MessagePort): void {
  port = opened;
  opened.addEventListener('message', (event: MessageEvent<RecordMessage>) => receive(event.data));
  opened.start();
}

function receive(message: RecordMessage): void {
  switch (message.kind) {
    case 'record':
      useRecord.setState({ record: message.record });
      return;
    case 'printing':
      useRecord.setState({ paper: 'PRINTING', paperFailure: undefined });
      return;
    case 'printed':
      useRecord.setState({ paper: 'PRINTED', paperFailure: undefined });
      return;
    case 'notPrinted':
      useRecord.setState({ paper: undefined, paperFailure: message.failure });
  }
}

export function printAnswer(): void {
  const reply: RecordReply = { kind: 'print', language: usePreferences.getState().language };
  port?.postMessage(reply);
}
