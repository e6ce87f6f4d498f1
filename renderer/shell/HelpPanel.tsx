/** The keys that work on every screen. The keys of a screen are printed on its buttons. */
import { useTranslation } from 'react-i18next';
import { useMay, usePreferences } from '../preferences.ts';
import classes from './HelpPanel.module.css';
import { Keycap } from './Keycap.tsx';
import { keys } from './key-map.ts';
import { closePanel } from './panel.ts';
import { Side } from './Side.tsx';

const shown = [
  'primary',
  'back',
  'help',
  'reader',
  'sam',
  'network',
  'lock',
  'stop',
  'veil',
  'practice',
] as const;

/** Practice has no passwords, and the pages of a visit and of a record are left before anybody goes. */
function mayLock(practice: boolean): boolean {
  return !practice && window.ketuk.page !== 'record';
}

export function HelpPanel({ practice }: { practice: boolean }) {
  const { t } = useTranslation();
  const version = usePreferences((state) => state.home?.version);
  const mayStop = useMay()('EMERGENCY_STOP');
  const isShown: Readonly<Partial<Record<keyof typeof keys, boolean>>> = {
    practice,
    lock: mayLock(practice),
    stop: mayStop && window.ketuk.page === 'home',
  };
  return (
    <Side title={t('help.title')} bindings={{ [keys.help]: closePanel }}>
      <dl className={classes.list}>
        {shown
          .filter((name) => isShown[name] !== false)
          .map((name) => (
            <div key={name}>
              <dt>
                <Keycap of={keys[name]} />
                <span className={classes.spoken}>{keys[name]}</span>
              </dt>
              <dd>{t(`help.${name}`)}</dd>
            </div>
          ))}
      </dl>
      <p className={classes.note}>{t('help.letters')}</p>
      {version !== undefined && <p className={classes.note}>{t('home.version', { v: version })}</p>}
    </Side>
  );
}
