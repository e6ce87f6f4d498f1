/** Words of the pages about people, in English. */
import type { Messages } from '../shape.ts';

export const people: Messages['people'] = {
  lead: 'Staff, their roles and accounts.',
  roles: {
    OPERATOR: 'Counter operator',
    ACCESS_MANAGER: 'Access manager',
    ACCESS_RESPONSIBLE: 'Responsible head',
    SAM_OFFICER: 'IT officer',
    AUDITOR: 'Auditor',
  },
};
