/** Words of the emergency stop, in Indonesian. */
export const emergency = {
  lift: 'Cabut penghentian',
} as const;
