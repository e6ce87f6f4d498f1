/** The page of one visit: the view it is sent, on the screen that view asks for. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../electron/contract/index.ts';
import { clock } from '../format/index.ts';
import { useVeil, VeilScreen } from '../person/index.ts';
import { usePreferences, useText } from '../preferences.ts';
import { Confirm, keys, LockButton, Rail, Shell, useKeys } from '../shell/index.ts';
import { Steps } from './Steps.tsx';
import { type ScreenName, screenOf, showsIdentity } from './screen-of.ts';
import { Compare } from './screens/Compare.tsx';
import { Consent } from './screens/Consent.tsx';
import { Agreed } from './screens/Evidence.tsx';
import { Exception } from './screens/Exception.tsx';
import { Notice } from './screens/Notice.tsx';
import { Awaiting, Done, Saving } from './screens/Pauses.tsx';
import { Person } from './screens/Person.tsx';
import { Portal } from './screens/Portal.tsx';
import { Ready } from './screens/Ready.tsx';
import { Refused } from './screens/Refused.tsx';
import { Match, Mismatch } from './screens/Result.tsx';
import { SecondOfficer } from './screens/SecondOfficer.tsx';
import { Service } from './screens/Service.tsx';
import { TechFail } from './screens/TechFail.tsx';
import { TypeNik } from './screens/TypeNik.tsx';
import { Verifying } from './screens/Verifying.tsx';
import { currentStep, petalsOf } from './steps.ts';
import { askToEnd, tellRendered, useVisit, veil } from './store.ts';
import classes from './VisitPage.module.css';
import { end } from './ways-out.ts';

export function VisitPage({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const text = useText();
  const { within, veiled, ending } = useVisit();
  const screen = screenOf(view, within);
  const step = currentStep(view.state, screen === 'service');
  // A visit that ended without a service has no steps to look back on.
  const abandoned = view.state === 'CLOSED_NO_SERVICE' || view.state === 'CANCELLED';
  const petals = petalsOf(abandoned ? 'tap' : step);
  const facing = screen === 'consent' || screen === 'agreed' || screen === 'refused';
  useVeil({ seconds: view.turnAwaySeconds, veiled, veil, sign: view.state });
  useKeys({ [keys.veil]: () => veil(true) });
  useRendered(view, showsIdentity(screen) && !veiled);

  /** Without a reader there is no tap to ask for; and who compares or reads a portal is told what to do. */
  function spoken(): string {
    if (screen === 'portal') return t('asking.portal.title');
    if (screen === 'compare') return t('asking.compare.title');
    const waits = view.state === 'READY' || view.state === 'OPENED';
    return waits && !view.readerUsed ? t('asking.typing.title') : t(`visit.say.${view.state}`);
  }

  return (
    <Shell
      rail={
        <Rail
          petals={petals}
          operator={view.operator}
          counter={view.counter}
          slim={facing}
          foot={!view.training && <LockButton />}
        >
          {!abandoned && <Steps petals={petals} consentSkipped={skipsConsent(view, step)} />}
        </Rail>
      }
      context={<Context view={view} />}
      lamps={view.lamps}
      training={view.training}
      slim={facing}
      say={spoken()}
      warn={view.failure === undefined ? '' : `${text(view.failure.cause)} ${text(view.failure.cure)}`}
    >
      {veiled ? <VeilScreen lift={() => veil(false)} /> : draw(screen, view)}
      {showsIdentity(screen) && !veiled && <Watermark view={view} />}
      {ending && (
        <Confirm
          title={t('visit.confirmTitle')}
          text={t('visit.confirmText')}
          yes={t('visit.confirmYes')}
          no={t('visit.confirmNo')}
          onYes={() => end(view)}
          onNo={() => askToEnd(false)}
        />
      )}
    </Shell>
  );
}

function draw(screen: ScreenName, view: VisitView) {
  switch (screen) {
    case 'ready':
      return <Ready view={view} />;
    case 'type-nik':
      return <TypeNik view={view} />;
    case 'person':
      return <Person view={view} />;
    case 'second-officer':
      return <SecondOfficer view={view} />;
    case 'exception':
      return <Exception view={view} />;
    case 'portal':
      return view.portal === undefined ? null : <Portal view={view} nik={view.portal.nik} />;
    case 'compare':
      return <Compare view={view} rows={view.comparison ?? []} />;
    case 'verifying':
      return <Verifying view={view} />;
    case 'match':
      return <Match view={view} />;
    case 'mismatch':
      return <Mismatch view={view} />;
    case 'notice':
      return view.notice === undefined ? null : <Notice view={view} notice={view.notice} />;
    case 'failure':
      return <TechFail view={view} />;
    case 'awaiting':
      return <Awaiting view={view} />;
    case 'consent':
      return view.consent === undefined ? null : <Consent view={view} question={view.consent} />;
    case 'agreed':
      return view.consent === undefined ? null : <Agreed view={view} question={view.consent} />;
    case 'refused':
      return <Refused />;
    case 'service':
      return <Service view={view} />;
    case 'saving':
      return <Saving />;
    case 'done':
      return <Done view={view} />;
  }
}

/** A visit without a card keeps nothing and asks for nothing. */
function skipsConsent(view: VisitView, step: ReturnType<typeof currentStep>): boolean {
  const typed = !view.cardPath && (view.state === 'MANUAL_ENTRY' || step === 'match');
  const passed = (step === 'service' || step === 'end') && view.consentDecision === undefined;
  return typed || (passed && view.state !== 'CLOSED_SERVED');
}

/** Tells the visit process when the identity is really on the screen: after the frame that shows it. */
function useRendered(view: VisitView, shown: boolean): void {
  useEffect(() => {
    if (!shown || view.identity.length === 0) return;
    const frame = requestAnimationFrame(() => tellRendered(view.state));
    return () => cancelAnimationFrame(frame);
  }, [view, shown]);
}

function Context({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const service = view.services.find(({ code }) => code === view.serviceCode)?.name ?? view.serviceCode;
  return (
    <p className={classes.context}>
      <strong>{service}</strong>
      <span>
        {t('visit.registration')} {view.registrationNo}
      </span>
    </p>
  );
}

/** Who sees these values, where and when, across the screen they are on. */
function Watermark({ view }: { view: VisitView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const line = t('visit.watermark', {
    operator: view.operator,
    counter: view.counter,
    time: clock(Date.now(), language),
  });
  return (
    <div
      className={classes.watermark}
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tile(line))}")` }}
      aria-hidden="true"
    />
  );
}

/** A picture, because as text it would be read out and measured for contrast, and it is meant to be neither. */
function tile(line: string): string {
  const safe = line.replace(/[<>&]/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="170"><text x="20" y="120" transform="rotate(-14 210 85)" font-family="sans-serif" font-size="16" font-weight="600" fill="#7f7f7f">${safe}</text></svg>`;
}
