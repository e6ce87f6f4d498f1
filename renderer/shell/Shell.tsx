/**
 * The frame of every page: practice band, green rail, the three lamps, preferences, panels, and the two voices for screen
 * readers (polite for changes, assertive for failures).
 */
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lamps as LampsView } from '../../electron/contract/index.ts';
import { chooseLanguage, chooseTheme, dismissRefusal, usePreferences } from '../preferences.ts';
import { FailureNote } from './FailureNote.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { Keycap } from './Keycap.tsx';
import { keepFocus } from './keep-focus.ts';
import { keys } from './key-map.ts';
import { LampPanel } from './LampPanel.tsx';
import { Lamps } from './Lamps.tsx';
import { PracticePanel } from './PracticePanel.tsx';
import { openPanel, usePanel } from './panel.ts';
import { QuietButton } from './QuietButton.tsx';
import classes from './Shell.module.css';
import { useKeys } from './use-keys.ts';

interface ShellProps {
  readonly rail: ReactNode;
  readonly context: ReactNode;
  readonly lamps: LampsView | undefined;
  readonly training: boolean;
  /** Spoken politely when it changes. Never a value of a resident. */
  readonly say?: string;
  /** Spoken at once when it changes: a failure. */
  readonly warn?: string;
  readonly slim?: boolean;
  /** Stands above every screen of the page for as long as it lasts. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

export function Shell({ rail, context, lamps, training, say = '', warn = '', ...rest }: ShellProps) {
  const { slim, banner, children } = rest;
  const { t } = useTranslation();
  const panel = usePanel((state) => state.open);
  const mayPractise = training && window.ketuk.page !== 'record';
  useKeys({
    [keys.help]: () => openPanel('help'),
    [keys.reader]: () => openPanel('reader'),
    [keys.sam]: () => openPanel('sam'),
    [keys.network]: () => openPanel('network'),
    ...(mayPractise ? { [keys.practice]: () => openPanel('practice') } : {}),
  });

  return (
    <div className={classes.shell} data-slim={slim || undefined} data-practice={training || undefined}>
      <a className={classes.skip} href="#isi">
        {t('app.skip')}
      </a>
      {training && <PracticeBand drawer={mayPractise} />}
      <section className={classes.rail} aria-label={t('app.name')}>
        {rail}
      </section>
      <div className={classes.page}>
        <section className={classes.top} aria-label={t('app.frame')}>
          <div className={classes.context}>{context}</div>
          <Lamps lamps={lamps} />
          <Switches />
        </section>
        <div>
          {banner}
          <Refusal />
        </div>
        {children}
      </div>
      <p className={classes.voice} role="status" aria-live="polite">
        {say}
      </p>
      <p className={classes.voice} role="alert" aria-live="assertive">
        {warn}
      </p>
      {(panel === 'reader' || panel === 'sam' || panel === 'network') && (
        <LampPanel key={panel} name={panel} lamps={lamps} />
      )}
      {panel === 'help' && <HelpPanel practice={mayPractise} />}
      {panel === 'practice' && mayPractise && <PracticePanel />}
    </div>
  );
}

function PracticeBand({ drawer }: { drawer: boolean }) {
  const { t } = useTranslation();
  return (
    <aside className={classes.band} aria-label={t('app.practice')}>
      <strong>{t('app.practice')}</strong>
      <span>{t('app.practiceNote')}</span>
      {drawer && (
        <button
          type="button"
          onMouseDown={keepFocus}
          onClick={() => openPanel('practice')}
          aria-keyshortcuts={keys.practice}
        >
          {t('app.practiceOpen')} <kbd>{keys.practice}</kbd>
        </button>
      )}
    </aside>
  );
}

function Switches() {
  const { t } = useTranslation();
  const { language, theme } = usePreferences();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <div className={classes.switches}>
      <button
        type="button"
        className={classes.switch}
        onMouseDown={keepFocus}
        lang={other}
        onClick={() => void chooseLanguage(other)}
      >
        <IconLanguage size={20} aria-hidden="true" />
        {t(other === 'en' ? 'app.toEnglish' : 'app.toIndonesian')}
      </button>
      <button
        type="button"
        className={classes.switch}
        onMouseDown={keepFocus}
        aria-label={t(theme === 'light' ? 'app.dark' : 'app.light')}
        title={t(theme === 'light' ? 'app.dark' : 'app.light')}
        onClick={() => void chooseTheme(theme === 'light' ? 'dark' : 'light')}
      >
        {theme === 'light' ? (
          <IconMoon size={20} aria-hidden="true" />
        ) : (
          <IconSun size={20} aria-hidden="true" />
        )}
      </button>
      <button
        type="button"
        className={classes.switch}
        onMouseDown={keepFocus}
        aria-keyshortcuts={keys.help}
        onClick={() => openPanel('help')}
      >
        {t('app.keys')}
        <Keycap of={keys.help} />
      </button>
    </div>
  );
}

/** A request main refused, shown where it cannot be missed until it is put away. */
function Refusal() {
  const { t } = useTranslation();
  const refusal = usePreferences((state) => state.refusal);
  useEffect(() => dismissRefusal, []);
  if (refusal === undefined) return null;
  return (
    <section className={classes.refusal} role="alert">
      <FailureNote failure={refusal} quiet />
      <QuietButton onClick={dismissRefusal}>{t('app.close')}</QuietButton>
    </section>
  );
}
