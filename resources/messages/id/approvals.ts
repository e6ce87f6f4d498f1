/** Words of the approvals inbox, in Indonesian. */
export const approvals = {
  lead: 'Usulan yang baru berlaku setelah disetujui orang lain.',
} as const;
