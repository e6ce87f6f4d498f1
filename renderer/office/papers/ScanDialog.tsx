/** The scan of a signed paper as it was attached, to be read again: the pages of a PDF, or a picture. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRow, SignedScan } from '../../../electron/contract/index.ts';
import { ask, type Failure } from '../../bridge.ts';
import { Dialog, keys } from '../../shell/index.ts';
import { Refused } from '../parts/index.ts';
import { Pages } from './Pages.tsx';
import pages from './pages.module.css';
import classes from './papers.module.css';
import { openPdf, type PdfFile } from './pdf-file.ts';

export function ScanDialog({ paper: { paperId }, onClose }: { paper: PaperRow; onClose: () => void }) {
  const { t } = useTranslation();
  const [scan, setScan] = useState<SignedScan>();
  const [refused, setRefused] = useState<Failure>();

  useEffect(() => {
    void ask('papers.scan', { paperId }).then((answer) => {
      if (answer.ok) setScan(answer.value);
      else setRefused(answer.failure);
    });
  }, [paperId]);

  return (
    <Dialog
      title={t('papers.scanOf')}
      onClose={onClose}
      wide
      actions={[{ key: keys.back, label: t('app.close'), run: onClose, kind: 'plain' }]}
    >
      <Refused failure={refused} />
      {scan !== undefined &&
        (scan.media === 'application/pdf' ? <Pdf scan={scan} /> : <Picture scan={scan} />)}
    </Dialog>
  );
}

function Pdf({ scan }: { scan: SignedScan }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<PdfFile>();
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    // pdf.js takes the bytes with it into its worker.
    const opening = openPdf(scan.bytes.slice());
    opening.then(setFile, () => setBroken(true));
    return () =>
      void opening.then(
        ({ close }) => close(),
        () => undefined,
      );
  }, [scan]);

  if (broken) return <p className={classes.none}>{t('papers.scanNotShown', { name: scan.name })}</p>;
  return file === undefined ? null : <Pages file={file} />;
}

/** Drawn from its bytes: an address for it would have to be allowed in the policy. */
function Picture({ scan: { name, media, bytes } }: { scan: SignedScan }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    createImageBitmap(new Blob([bytes.slice()], { type: media })).then(
      (picture) => {
        const place = canvas.current;
        if (place === null) return;
        place.width = picture.width;
        place.height = picture.height;
        place.getContext('2d')?.drawImage(picture, 0, 0);
        picture.close();
      },
      () => setBroken(true),
    );
  }, [bytes, media]);

  if (broken) return <p className={classes.none}>{t('papers.scanNotShown', { name })}</p>;
  return <canvas ref={canvas} className={pages.picture} role="img" aria-label={name} />;
}
