/** Words of the emergency stop, in English. */
export const emergency = {
  stop: 'Stop access',
  title: 'Stop access because of an incident',
  consequence:
    'Takes effect at once on this computer and survives a restart, until the responsible head lifts it.',
  happens: 'What happens now',
  effects: {
    inquiries: 'All inquiries to Dukcapil stop, those under way as well.',
    reads: 'No KTP-el can be read.',
    outgoing: 'Data balikan are not sent; they stay on record and wait.',
    record: 'Who stopped it, when and why is in the audit log.',
  },
  reference: 'Number of the incident',
  referenceHint: 'Shown on all screens. No NIK.',
  reason: 'What happened',
  yes: 'Stop now',
  standing: 'The emergency stop is in force',
  lift: 'Lift the stop',
  liftConsequence: 'Inquiries, card reads and the sending of data balikan are possible again at once.',
  liftReference: 'Reference for lifting it',
  liftHint: 'The letter or record which says that the incident has been dealt with.',
  who: 'Only the responsible head can lift it.',
  incident: 'Show incidents',
} as const;
