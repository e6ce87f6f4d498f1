/** The receipt of a withdrawal, shown as it will print, for whoever took it and hands it to the resident. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperModel, type RequestRow, withdrawalReceipt } from '../../../electron/contract/index.ts';
import { ask, type Failure } from '../../bridge.ts';
import { Pages } from '../papers/Pages.tsx';
import { PaperWords } from '../papers/PaperWords.tsx';
import { openPdf, type PdfFile } from '../papers/pdf-file.ts';
import { ActDialog, Refused } from '../parts/index.ts';

/** A withdrawal whose consent can be shown. */
export type Receivable = Pick<RequestRow, 'requestId' | 'receiptNo'> & { readonly agreementId: string };

export function receivable({ kind, requestId, receiptNo, agreementId }: RequestRow): Receivable | undefined {
  return kind === 'WITHDRAWAL' && agreementId !== null ? { requestId, receiptNo, agreementId } : undefined;
}

interface GiveReceiptProps {
  readonly of: Receivable;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function GiveReceipt({
  of: { agreementId, requestId, receiptNo },
  onDone,
  onClose,
}: GiveReceiptProps) {
  const { t } = useTranslation();
  const [paper, setPaper] = useState<{ readonly model: PaperModel; readonly file: PdfFile }>();
  const [refused, setRefused] = useState<Failure>();

  useEffect(() => {
    let isOpen = true;
    let shown: PdfFile | undefined;
    void ask('papers.receipt', { agreementId, requestId }).then(async (answer) => {
      if (!answer.ok) return setRefused(answer.failure);
      const file = await openPdf(answer.value.pdf);
      if (!isOpen) return file.close();
      shown = file;
      setPaper({ model: answer.value.model, file });
    });
    return () => {
      isOpen = false;
      shown?.close();
    };
  }, [agreementId, requestId]);

  return (
    <ActDialog
      title={t('requests.receiptOf', { receipt: receiptNo })}
      consequence={t('requests.receiptLead')}
      yes={t('papers.print')}
      schema={withdrawalReceipt}
      start={{ agreementId, requestId }}
      send={(asked) => ask('papers.giveReceipt', asked)}
      onDone={onDone}
      onClose={onClose}
    >
      <Refused failure={refused} />
      {paper !== undefined && (
        <>
          <PaperWords model={paper.model} />
          <Pages file={paper.file} />
        </>
      )}
    </ActDialog>
  );
}
