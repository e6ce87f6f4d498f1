/** Words of the door: first keys, sign-in, lock, notice, in Indonesian. */
export const gate = {
  title: 'Masuk',
} as const;
