/** The door to what pages with values of a resident share: how the values are drawn, and how they are veiled. */
export { useVeil } from './use-veil.ts';
export { Nik, useLabel, Values, VerdictTag } from './Values.tsx';
export { VeilScreen } from './VeilScreen.tsx';
