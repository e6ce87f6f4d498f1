/** On a page with values of a resident nothing is copied, dragged, or opened from a context menu. */
export function guardValues(): void {
  for (const kind of ['copy', 'cut', 'dragstart', 'contextmenu'] as const) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
}

/** For every field in which a personal value is typed. */
export const privateField = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
} as const;
