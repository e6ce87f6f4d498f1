/** Words of the pages about people, in Indonesian. */
export const people = {
  lead: 'Petugas, peran, dan akunnya.',
} as const;
