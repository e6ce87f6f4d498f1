/**
 * The door: what stands between a program that was started and a person who may use it. Until somebody is signed in no name of
 * anybody is on the frame.
 */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvaluationStart, ShutHome } from '../../electron/contract/index.ts';
import { go } from '../home/place.ts';
import { refreshHome } from '../preferences.ts';
import { Rail, Shell } from '../shell/index.ts';
import { FirstOfficer } from './FirstOfficer.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { FirstKeys, Passphrase, Recover } from './Keys.tsx';
import { Notice } from './Notice.tsx';
import { Practise } from './Practise.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';
import { Locked, NewPassword, SignIn } from './SignIn.tsx';

/** Loaded when a visitor looks. */
const Evaluation = lazy(async () => ({
  default: (await import('../office/evaluation/index.tsx')).EvaluationPage,
}));

export function GatePage({ home }: { home: ShutHome }) {
  const { t } = useTranslation();
  /** Whoever began it is back, and about to say who they are. */
  const [evaluated, setEvaluated] = useState<EvaluationStart>();
  /** Outlives the step it comes from: main is further as soon as the keys are made. */
  const [recoveryKey, setRecoveryKey] = useState<string>();

  const first = firstStep(home.gate, recoveryKey !== undefined);

  // Who comes in next begins at home, not where the last person was; who only locked the screen comes back to their page.
  useEffect(() => {
    if (home.gate === 'SIGN_IN') go('start');
  }, [home.gate]);

  function written(): void {
    setRecoveryKey(undefined);
    void refreshHome();
  }

  return (
    <Shell
      rail={
        <Rail operator={undefined} counter={undefined}>
          {first !== undefined && <FirstSteps now={first} />}
        </Rail>
      }
      context={<strong>{home.institution}</strong>}
      lamps={home.lamps}
      training={window.ketuk.start.training}
      say={recoveryKey === undefined ? '' : t('gate.recoveryKey.title')}
    >
      {home.evaluation !== undefined && evaluated !== home.evaluation ? (
        <Suspense fallback={null}>
          <Evaluation shown={home.evaluation} onEnd={() => setEvaluated(home.evaluation)} />
        </Suspense>
      ) : recoveryKey === undefined ? (
        <Step home={home} onKey={setRecoveryKey} />
      ) : (
        <RecoveryKey recoveryKey={recoveryKey} onWritten={written} />
      )}
    </Shell>
  );
}

/** While the recovery key is shown, main is a step ahead of the person who writes. */
function firstStep(gate: ShutHome['gate'], writing: boolean): 'keys' | 'officer' | undefined {
  if (gate === 'FIRST_KEYS' || writing) return 'keys';
  return gate === 'FIRST_OFFICER' ? 'officer' : undefined;
}

function Step({ home, onKey }: { home: ShutHome; onKey: (recoveryKey: string) => void }) {
  const passphraseNeeded = home.passphraseNeeded === true;
  const who = home.who ?? '';
  const practice = home.samplePeople.length > 0;
  if (home.gate === 'FIRST_KEYS') return <FirstKeys passphraseNeeded={passphraseNeeded} onMade={onKey} />;
  if (home.gate === 'PASSPHRASE') return <Passphrase passphraseNeeded={passphraseNeeded} />;
  if (home.gate === 'KEYS_LOST') return <Recover passphraseNeeded={passphraseNeeded} />;
  if (home.gate === 'FIRST_OFFICER') return <FirstOfficer />;
  if (home.gate === 'NEW_PASSWORD') return <NewPassword who={who} />;
  if (home.gate === 'NOTICE') return <Notice who={who} />;
  if (practice) return <Practise people={home.samplePeople} />;
  return home.gate === 'LOCKED' ? <Locked who={who} /> : <SignIn />;
}
