/** Takes a request at the counter or from a letter: receipt number, what is asked, identity checked. No reason is asked for. */
import { useTranslation } from 'react-i18next';
import {
  type RequestRow,
  requestAct,
  requestChannels,
  requestKinds,
} from '../../../electron/contract/requests.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, Choice, Field, Tick } from '../parts/index.ts';

interface TakeRequestProps {
  readonly receiptNo: string;
  readonly onClose: () => void;
  readonly onTaken: (request: { readonly kind: RequestRow['kind']; readonly receiptNo: string }) => void;
}

export function TakeRequest({ receiptNo, onClose, onTaken }: TakeRequestProps) {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('requests.take')}
      consequence={t('requests.takeLead')}
      yes={t('requests.take')}
      schema={requestAct}
      start={{ act: 'TAKE', kind: 'WITHDRAWAL', channel: 'COUNTER', receiptNo }}
      send={async (act) => {
        const answer = await ask('requests.act', act);
        return answer.ok ? { ok: true, value: act } : answer;
      }}
      onDone={(act) => {
        if (act.act === 'TAKE') onTaken(act);
      }}
      onClose={onClose}
    >
      <Field
        path="receiptNo"
        label={t('requests.receipt')}
        hint={t('requests.receiptHint')}
        wrong={t('requests.receiptWrong')}
        maxLength={60}
        autoFocus
      />
      <Choice
        path="kind"
        label={t('requests.kind')}
        options={requestKinds.map((value) => ({
          value,
          label: t(`requests.kinds.${value}`),
          note: t(`requests.kindNotes.${value}`),
        }))}
      />
      <Choice
        path="channel"
        label={t('requests.channel')}
        options={requestChannels.map((value) => ({ value, label: t(`requests.channels.${value}`) }))}
      />
      <Tick path="identityChecked" label={t('requests.identityChecked')} note={t('requests.identityNote')} />
    </ActDialog>
  );
}
