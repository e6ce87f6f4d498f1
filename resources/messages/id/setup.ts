/** Words of the set-up checklist, in Indonesian. */
export const setup = {
  lead: 'Dari komputer kosong sampai loket melayani.',
} as const;
