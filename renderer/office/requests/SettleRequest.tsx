/** Completes a request or refuses it: what will happen is said before it does, and how it was done is written down. */
import { useTranslation } from 'react-i18next';
import { type RequestRow, requestAct } from '../../../electron/contract/requests.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, Field } from '../parts/index.ts';

export interface Settling {
  readonly act: 'COMPLETE' | 'REFUSE';
  readonly row: RequestRow;
}

interface SettleRequestProps {
  readonly settling: Settling;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function SettleRequest({ settling, onClose, onDone }: SettleRequestProps) {
  const { t } = useTranslation();
  const { act, row } = settling;
  const { requestId, receiptNo: receipt } = row;
  const refusing = act === 'REFUSE';
  const complete = row.kind === 'WITHDRAWAL' ? 'requests.completeWithdrawal' : 'requests.completeAccess';
  return (
    <ActDialog
      title={t(refusing ? 'requests.refuseOf' : 'requests.completeOf', { receipt })}
      consequence={refusing ? t('requests.refuseAccess') : t(complete, { receipt })}
      yes={t(refusing ? 'requests.refuse' : 'requests.complete')}
      schema={requestAct}
      start={{ act, requestId }}
      send={(given) => ask('requests.act', given)}
      onDone={onDone}
      onClose={onClose}
    >
      <Field
        path={refusing ? 'reason' : 'note'}
        label={t(refusing ? 'requests.reason' : 'requests.note')}
        {...(refusing ? {} : { hint: t('requests.noteHint') })}
        wrong={t('requests.noteWrong')}
        maxLength={300}
        lines={3}
        autoFocus
      />
    </ActDialog>
  );
}
