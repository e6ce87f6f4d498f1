/** The checkpoint of an export, to be written down or scanned: kept on paper, it shows later whether the log is still the same. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkpointRows } from '../../electron/contract/index.ts';
import { Dialog, keys } from '../shell/index.ts';
import classes from './CheckpointPaper.module.css';

interface CheckpointPaperProps {
  readonly text: string;
  readonly count: number;
  readonly onClose: () => void;
}

export function CheckpointPaper({ text, count, onClose }: CheckpointPaperProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      wide
      title={t('audit.exported')}
      onClose={onClose}
      actions={[{ key: keys.primary, label: t('app.close'), run: onClose, kind: 'primary' }]}
    >
      <p>{t('audit.checkpointUse', { count })}</p>
      <div className={classes.paper}>
        <Qr text={text} label={t('audit.checkpointQr')} />
        <pre className={classes.text}>{checkpointRows(text).join('\n')}</pre>
      </div>
    </Dialog>
  );
}

/** Who never exports never loads what draws it. */
function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const [modules, setModules] = useState<{ size: number; path: string }>();
  useEffect(() => {
    void import('qrcode').then(({ create }) => {
      const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
      const dark = [...data].flatMap((bit, at) =>
        bit === 0 ? [] : [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`],
      );
      setModules({ size, path: dark.join('') });
    });
  }, [text]);
  const { size, path } = modules ?? { size: 1, path: '' };
  return (
    <svg className={classes.qr} role="img" aria-label={label} viewBox={`-4 -4 ${size + 8} ${size + 8}`}>
      <path d={path} />
    </svg>
  );
}
