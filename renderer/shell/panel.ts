/** Which side panel is open. At most one. */
import { create } from 'zustand';

export type LampName = 'reader' | 'sam' | 'network';
export type PanelName = LampName | 'help' | 'practice';

export const usePanel = create<{ readonly open: PanelName | undefined }>(() => ({ open: undefined }));

/** The same key opens and closes. */
export function openPanel(name: PanelName): void {
  usePanel.setState(({ open }) => ({ open: open === name ? undefined : name }));
}

export function closePanel(): void {
  usePanel.setState({ open: undefined });
}
