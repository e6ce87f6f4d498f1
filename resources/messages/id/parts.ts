/** Words of the form parts of the office, in Indonesian. */
export const parts = {
  required: 'Isian ini wajib.',
} as const;
