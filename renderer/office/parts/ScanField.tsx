/** A scan of a signed paper: main picks, checks and keeps the file; the page gets a name and its fingerprint. */
import { IconFileCheck, IconPaperclip } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedScan, ScanKind } from '../../../electron/contract/index.ts';
import { ask, type Failure } from '../../bridge.ts';
import { number } from '../../format/index.ts';
import { usePreferences, useText } from '../../preferences.ts';
import { QuietButton } from '../../shell/index.ts';
import fields from '../../visit/screens/fields.module.css';
import { Label } from './Field.tsx';
import classes from './parts.module.css';
import { useField } from './use-form.ts';

interface ScanFieldProps {
  /** Path of the scan's id, `scanId` unless said otherwise. */
  readonly path?: string;
  readonly kind: ScanKind | 'SIGNED_PAPER';
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export function ScanField({ path = 'scanId', kind, label, hint, optional }: ScanFieldProps) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const { set, problem } = useField(path);
  const [picked, setPicked] = useState<PickedScan>();
  const [refused, setRefused] = useState<Failure>();
  const wrong = refused === undefined ? problem : `${text(refused.cause)} ${text(refused.cure)}`;

  async function pick(): Promise<void> {
    const answer = await ask('scans.pick', { kind });
    setRefused(answer.ok ? undefined : answer.failure);
    if (!answer.ok || answer.value === null) return;
    setPicked(answer.value);
    set(answer.value.scanId);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend into the frame
    <div
      role="group"
      className={classes.field}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-note`}
      data-problem={wrong === '' ? undefined : true}
    >
      <p id={`${id}-label`} className={fields.label}>
        <Label text={label} optional={optional} />
      </p>
      <div className={classes.scan} data-picked={picked !== undefined || undefined}>
        {picked === undefined ? <p>{hint ?? t('parts.scanHint')}</p> : <Picked scan={picked} />}
        <QuietButton leftSection={<IconPaperclip size={20} aria-hidden="true" />} onClick={() => void pick()}>
          {t(picked === undefined ? 'parts.scanPick' : 'parts.scanOther')}
        </QuietButton>
      </div>
      <p id={`${id}-note`} role="status" className={wrong === '' ? '' : fields.error}>
        {wrong}
      </p>
    </div>
  );
}

function Picked({ scan }: { scan: PickedScan }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <p className={classes.picked}>
      <IconFileCheck size={26} aria-hidden="true" />
      <span>
        <strong>{scan.name}</strong>
        <small>
          {t('parts.scanFacts', {
            size: number(Math.max(1, Math.round(scan.bytes / 1024)), language),
            hash: scan.sha256.slice(0, 12),
          })}
        </small>
      </span>
    </p>
  );
}
