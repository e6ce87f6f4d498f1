/** The door of the shell: the frame of a page and the parts its screens are made of. */
export type { Action } from './ActionBar.tsx';
export { Confirm } from './Confirm.tsx';
export { Dialog } from './Dialog.tsx';
export { FailureNote } from './FailureNote.tsx';
export { Keycap } from './Keycap.tsx';
export { keepFocus } from './keep-focus.ts';
export { capOf, keys } from './key-map.ts';
export { LockButton } from './LockButton.tsx';
export { Mark, type PetalState } from './Mark.tsx';
export { QuietButton } from './QuietButton.tsx';
export { Rail } from './Rail.tsx';
export { Screen } from './Screen.tsx';
export { Shell } from './Shell.tsx';
export { useKeys } from './use-keys.ts';
