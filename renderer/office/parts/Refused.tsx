/** Main's refusal where it was asked for: why and what to do, in two sentences, and brought into sight. */
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Failure } from '../../bridge.ts';
import { useText } from '../../preferences.ts';
import classes from './parts.module.css';

export function Refused({ failure }: { failure: Failure | undefined }) {
  const text = useText();
  const note = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal is brought into sight
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), [failure]);

  return (
    <div role="alert">
      {failure !== undefined && (
        <div ref={note} className={classes.refused}>
          <IconAlertTriangleFilled size={24} aria-hidden="true" />
          <div>
            <p>
              <strong>{text(failure.cause)}</strong> {text(failure.cure)}
            </p>
            <p className={classes.trace}>{[failure.code, failure.detail].filter(Boolean).join(' · ')}</p>
          </div>
        </div>
      )}
    </div>
  );
}
