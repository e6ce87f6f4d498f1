/** The door of the home pages. They never show a full NIK and need no port: main tells them counts and masked lists. */
import { refreshHome } from '../preferences.ts';
import { HomePage } from './HomePage.tsx';

/** Ages and days left grow by themselves. */
const refreshEveryMs = 30_000;

export function Page() {
  return <HomePage />;
}

export async function open(): Promise<void> {
  window.setInterval(() => void refreshHome(), refreshEveryMs);
}
