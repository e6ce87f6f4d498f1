/** Words of the pages about people, in Indonesian. */
export const people = {
  lead: 'Petugas, peran, dan akunnya.',
  roles: {
    OPERATOR: 'Operator loket',
    ACCESS_MANAGER: 'Pengelola hak akses',
    ACCESS_RESPONSIBLE: 'Penanggung jawab hak akses',
    SAM_OFFICER: 'Petugas TI',
    AUDITOR: 'Auditor',
  },
} as const;
