/** Mantine wearing our palette: colours come from the tokens, so that both themes have one source. */
import { Button, createTheme, type MantineColorsTuple } from '@mantine/core';

const pandan: MantineColorsTuple = [
  '#eef6f2',
  '#dcebe2',
  '#b9d8cb',
  '#8cc3b1',
  '#5aa892',
  '#2f8975',
  '#1b6b5c',
  '#12534a',
  '#0e3f38',
  '#0a322c',
];

export const theme = createTheme({
  primaryColor: 'pandan',
  primaryShade: { light: 7, dark: 3 },
  colors: { pandan },
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'never',
  cursorType: 'pointer',
  // Descenders of a long label are not to be cut off.
  components: { Button: Button.extend({ styles: { label: { overflow: 'visible' } } }) },
});
