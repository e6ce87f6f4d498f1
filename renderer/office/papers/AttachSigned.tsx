/** The signed print of a paper comes back: its number, the day of the signature and the scan, attached once. */
import { useTranslation } from 'react-i18next';
import { type PaperRow, paperSigned } from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, DateField, Field, ScanField } from '../parts/index.ts';

interface AttachSignedProps {
  readonly paper: PaperRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function AttachSigned({ paper: { paperId, kind, draft }, onDone, onClose }: AttachSignedProps) {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('papers.attach')}
      consequence={t('papers.attachConsequence', { paper: t(`papers.kinds.${kind}`) })}
      yes={t('papers.attach')}
      schema={paperSigned}
      start={{ paperId, number: '', signedOn: '', scanId: '' }}
      send={(order) => ask('papers.attach', order)}
      onDone={onDone}
      onClose={onClose}
    >
      <Field
        path="number"
        label={t('papers.fields.number')}
        hint={t('papers.attachNumberHint')}
        maxLength={80}
        optional={!draft}
      />
      <DateField path="signedOn" label={t('papers.fields.signedOn')} />
      <ScanField kind="SIGNED_PAPER" label={t('papers.fields.scan')} />
    </ActDialog>
  );
}
