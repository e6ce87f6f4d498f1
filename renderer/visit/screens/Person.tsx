/** The card is read and the face compared: photo first and large, then the identity in the order it arrives. */
import { IconUserOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress, VisitView } from '../../../electron/contract/index.ts';
import { seconds } from '../../format/index.ts';
import { Values } from '../../person/index.ts';
import { usePreferences } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import classes from './Person.module.css';
import { Working } from './Working.tsx';

/** What is drawn as blanks until it has arrived. */
const usualValues = 14;
/** Shorter waits need no progress (design section 11). */
const progressAfterMs = 300;

export function Person({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const waysOut = useWaysOut();
  const reading = view.state === 'CARD_TAPPED';
  const asking = view.intents.includes('holderMatches');
  const answers: Action[] = asking
    ? [
        {
          key: keys.no,
          label: t('visit.holder.no'),
          run: () => send({ kind: 'holderDiffers' }),
          kind: 'answer',
        },
        {
          key: keys.yes,
          label: t('visit.holder.yes'),
          run: () => send({ kind: 'holderMatches' }),
          kind: 'answer',
        },
      ]
    : [];
  const doubt: Action[] =
    asking && view.cosign === 'SECOND_OFFICER'
      ? [
          {
            key: keys.companion,
            label: t('visit.holder.doubt'),
            run: () => goWithin('second'),
            kind: 'plain',
          },
        ]
      : [];

  return (
    <Screen
      compact
      name={reading ? 'reading' : 'holder'}
      title={t(reading ? 'visit.reading.title' : 'visit.holder.title')}
      lead={t(reading ? 'visit.reading.lead' : 'visit.holder.lead')}
      actions={[...waysOut(view), ...doubt, ...answers]}
    >
      {reading && view.progress !== undefined && <ReadProgress progress={view.progress} />}
      <div className={classes.person}>
        <div className={classes.face}>
          <Photo photo={view.photo} reading={reading} />
          {!reading && view.inquiring !== undefined && <Working quiet label={t('visit.holder.running')} />}
        </div>
        <div className={classes.identity}>
          <Values
            label={t('visit.reading.identity')}
            values={view.identity}
            awaited={reading ? usualValues : 0}
          />
        </div>
      </div>
    </Screen>
  );
}

export function Photo({ photo, reading }: { photo: Uint8Array | undefined; reading: boolean }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  return (
    <figure className={classes.photo}>
      {photo === undefined || broken ? (
        <div className={classes.noPhoto} data-wait={reading || undefined}>
          {!reading && <IconUserOff size={48} stroke={1.5} aria-hidden="true" />}
          <span>{t(reading && !broken ? 'visit.reading.photoWait' : 'visit.reading.photoNone')}</span>
        </div>
      ) : (
        <Drawn jpeg={photo} onBroken={() => setBroken(true)} />
      )}
    </figure>
  );
}

/** Decodes and draws within this page: an `img` with a URL would have the browser process load the face and keep it. */
function Drawn({ jpeg, onBroken }: { jpeg: Uint8Array; onBroken: () => void }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);

  // The bytes are a copy of their own in each view; the picture is drawn anew only when the length, and so the photo, differs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let gone = false;
    const decoder = new ImageDecoder({ data: jpeg.slice(), type: 'image/jpeg' });
    decoder.decode().then(
      ({ image }) => {
        const target = canvas.current;
        if (target !== null && !gone) {
          target.width = image.displayWidth;
          target.height = image.displayHeight;
          target.getContext('2d')?.drawImage(image, 0, 0);
        }
        image.close();
        decoder.close();
      },
      () => {
        if (!gone) onBroken();
      },
    );
    return () => {
      gone = true;
    };
  }, [jpeg.length]);

  return <canvas ref={canvas} role="img" aria-label={t('visit.reading.photo')} />;
}

function ReadProgress({ progress }: { progress: Progress }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [late, setLate] = useState(false);

  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), progressAfterMs);
    return () => window.clearTimeout(timer);
  }, []);

  const percent = Math.round(Math.min(1, Math.max(0, progress.done)) * 100);
  return (
    <div className={classes.progress} data-shown={late || undefined}>
      <div className={classes.words}>
        <strong>{t(`visit.reading.steps.${progress.step}`)}</strong>
        <span>
          {percent}% · {t('visit.reading.usual', { time: seconds(progress.usualMs, language) })}
        </span>
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={t('visit.reading.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${t(`visit.reading.steps.${progress.step}`)}, ${percent}%`}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
