/** The counter waits: one sentence, one picture. If a card cannot be read now, this screen says why instead. */
import { IconCheck, IconHandStop, IconId } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../electron/contract/index.ts';
import { useText } from '../../preferences.ts';
import { type Action, FailureNote, Keycap, keepFocus, keys, Screen, useKeys } from '../../shell/index.ts';
import { goWithin, send } from '../store.ts';
import { useWaysOut } from '../ways-out.ts';
import { Countdown } from './Countdown.tsx';
import classes from './Ready.module.css';
import { TapPicture } from './TapPicture.tsx';

export function Ready({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const text = useText();
  const waysOut = useWaysOut();
  // Where the agreement includes no reader there is nothing to tap: typing is the way in, and the lamp says why.
  const taps = view.readerUsed;
  const mayType = view.intents.includes('typeNik');
  const type: Action[] = mayType
    ? [
        {
          key: taps ? keys.typeNik : keys.primary,
          label: t('visit.ready.typeNik'),
          run: () => goWithin('typing'),
          kind: taps ? 'plain' : 'primary',
        },
      ]
    : [];
  const broken = [view.lamps.reader, view.lamps.sam].find(({ colour }) => colour === 'broken')?.failure;
  // A pacing rule is no fault: the screen counts down and the tap then goes on by itself.
  const failure = view.waitUntil === undefined ? (view.failure ?? broken) : undefined;
  const preparing = [view.lamps.reader, view.lamps.sam].some(({ colour }) => colour === 'busy');
  const calm = failure === undefined && view.waitUntil === undefined && view.liftCard !== true;
  const key = failure?.code ?? (calm ? 'ready' : 'wait');

  return (
    <Screen
      name={`ready-${key}`}
      title={titleOf()}
      lead={leadOf()}
      tone={failure === undefined ? 'plain' : 'broken'}
      actions={[...waysOut(view), ...type]}
      {...(failure === undefined && taps
        ? { picture: <TapPicture still={preparing} lift={view.liftCard === true} /> }
        : { icon: failure === undefined ? <IconId size={34} stroke={1.8} /> : <IconHandStop size={32} /> })}
    >
      <div className={classes.below}>
        {failure === undefined && view.previous !== undefined && <Previous state={view.previous} />}
        {failure !== undefined && <FailureNote failure={failure} />}
        {view.waitUntil !== undefined && <Countdown until={view.waitUntil} />}
        <ServiceChoice view={view} />
      </div>
    </Screen>
  );

  function titleOf(): string {
    if (view.waitUntil !== undefined) return t('visit.wait.title');
    if (view.failure?.retry === 'now' && broken === undefined) return t('visit.ready.again');
    if (failure !== undefined) return t('visit.ready.blocked');
    if (!taps) return t('asking.typing.title');
    if (view.liftCard === true) return t('visit.ready.lift');
    return preparing ? t('visit.ready.waiting') : t('visit.ready.title');
  }

  function leadOf(): string | undefined {
    if (failure !== undefined) return undefined;
    if (!taps) return noReader();
    if (view.waitUntil !== undefined) return t('visit.wait.tapLead');
    if (view.liftCard === true) return t('visit.ready.liftLead');
    return preparing ? t('visit.ready.waitingLead') : t('visit.ready.hold');
  }

  function noReader(): string | undefined {
    const why = view.lamps.reader.failure;
    return why === undefined ? undefined : `${text(why.cause)} ${text(why.cure)}`;
  }
}

function Previous({ state }: { state: VisitView['state'] }) {
  const { t } = useTranslation();
  return (
    <p className={classes.previous}>
      <IconCheck size={22} stroke={2.6} aria-hidden="true" />
      {t(state === 'CLOSED_SERVED' ? 'visit.ready.previousServed' : 'visit.ready.previousClosed')}
    </p>
  );
}

/** The service every tap is recorded under; a digit changes it. */
function ServiceChoice({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const mayChoose = view.intents.includes('selectService') && view.services.length > 1;
  const choices = view.services.slice(0, 9);
  useKeys(
    Object.fromEntries(
      choices.map(({ code }, index) => [String(index + 1), () => send({ kind: 'selectService', code })]),
    ),
    { on: mayChoose },
  );
  return (
    <section className={classes.services} aria-labelledby="layanan-loket">
      <h2 id="layanan-loket">{t('visit.ready.serving')}</h2>
      <ul>
        {choices.map(({ code, name }, index) => (
          <li key={code}>
            <button
              type="button"
              onMouseDown={keepFocus}
              aria-pressed={code === view.serviceCode}
              disabled={!mayChoose}
              onClick={() => send({ kind: 'selectService', code })}
            >
              {mayChoose && <Keycap of={String(index + 1)} />}
              {name}
              {code === view.serviceCode && <IconCheck size={18} stroke={3} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
