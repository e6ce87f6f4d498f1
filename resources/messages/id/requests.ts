/** Words of the requests of residents, in Indonesian. */
export const requests = {
  lead: 'Penarikan persetujuan dan permintaan akses data, selesai dalam 3 x 24 jam.',
} as const;
