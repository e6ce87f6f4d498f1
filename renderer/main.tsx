/** The first script of every page: finds out which page this is and loads that page, and nothing of the others. */
import './theme/styles.ts';
import { MantineProvider } from '@mantine/core';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './language.ts';
import { followHome, usePreferences } from './preferences.ts';
import { theme } from './theme/theme.ts';

interface PageModule {
  readonly Page: ComponentType;
  /** Begins to listen, once language and theme are known. */
  readonly open: () => Promise<void>;
}

const pages: Readonly<Record<typeof window.ketuk.page, () => Promise<PageModule>>> = {
  home: () => import('./home/index.tsx'),
  visit: () => import('./visit/index.tsx'),
  record: () => import('./record/index.tsx'),
};

function Face({ Page }: { Page: ComponentType }) {
  const scheme = usePreferences((state) => state.theme);
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme}>
      <Page />
    </MantineProvider>
  );
}

/**
 * Main answers at once unless it is still opening keys and database. The frame of the page does not wait for those: only as long
 * as nothing could be seen anyway.
 */
const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

async function start(): Promise<void> {
  const told = Promise.race([followHome(), nextFrame()]);
  const [page] = await Promise.all([pages[window.ketuk.page](), told]);
  await startLanguage(() => usePreferences.getState().language);
  const ground = document.getElementById('face');
  if (ground === null) throw new Error('the page has no ground to draw on');
  createRoot(ground).render(
    <StrictMode>
      <Face Page={page.Page} />
    </StrictMode>,
  );
  await page.open();
}

void start();
