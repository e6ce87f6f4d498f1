/** On which printer a paper comes out. One that is being made goes on record first; what no printer takes can be printed again from there. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Answer,
  type PaperOrder,
  type PrinterRow,
  printerChoice,
} from '../../../electron/contract/index.ts';
import { ask } from '../../bridge.ts';
import { ActDialog, Choice } from '../parts/index.ts';

interface PrintDialogProps {
  /** On record already, or to be made. */
  readonly paper: { readonly paperId: string } | { readonly order: PaperOrder };
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function PrintDialog({ paper, onDone, onClose }: PrintDialogProps) {
  const { t } = useTranslation();
  const [printers, setPrinters] = useState<readonly PrinterRow[]>([]);
  /** A second try prints the same paper. */
  const recorded = useRef('paperId' in paper ? paper.paperId : undefined);

  useEffect(() => {
    void ask('papers.printers', undefined).then((answer) => {
      if (answer.ok) setPrinters(answer.value);
    });
  }, []);

  async function print(printer: string): Promise<Answer<'papers.print'>> {
    if (recorded.current === undefined && 'order' in paper) {
      const made = await ask('papers.record', paper.order);
      if (!made.ok) return made;
      recorded.current = made.value.paperId;
    }
    return ask('papers.print', { paperId: recorded.current ?? '', printer });
  }

  return (
    <ActDialog
      title={t('papers.print')}
      consequence={t('order' in paper ? 'papers.printNew' : 'papers.printAgain')}
      yes={t('papers.print')}
      schema={printerChoice}
      start={{ printer: '' }}
      send={({ printer }) => print(printer)}
      onDone={onDone}
      onClose={onClose}
    >
      <Choice
        path="printer"
        label={t('papers.printer')}
        options={[
          { value: '', label: t('papers.usualPrinter') },
          ...printers.map(({ name, label }) => ({ value: name, label })),
        ]}
      />
    </ActDialog>
  );
}
