/** Words of incidents, in English. */
export const incidents = {
  lead: 'Security incidents, the 72 hours for the notices, and who was told.',
  empty: 'No incident.',
  kinds: {
    LEAK: 'Data leak',
    MALWARE: 'Malware',
    INTRUSION: 'Intrusion',
    LOST_DEVICE: 'Lost device',
    MISUSE: 'Misuse of access',
    OTHER: 'Other',
  },
  recipients: {
    DUKCAPIL: 'Dinas Dukcapil',
    AUTHORITY: 'Data protection authority',
    PERSONS: 'Data subjects',
  },
  acts: {
    REPORT: 'Report an incident',
    CONFIRM_BREACH: 'Confirm a data breach',
    RECORD_NOTICE: 'Record a notice',
    CLOSE: 'Close the incident',
  },
  consequence: {
    REPORT:
      'The incident is on record. Where access has to stop, use Stop access (F7) too, with the same number.',
    CONFIRM_BREACH:
      'From now on 72 hours run in which Dukcapil, the authority and the data subjects are told. It cannot be undone.',
    RECORD_NOTICE: 'A notice that was sent is put on record.',
    CLOSE: 'The incident is closed; its records stay.',
  },
  kind: 'Kind',
  number: 'Number of the incident',
  what: 'What happened',
  whatHint: 'No NIK and no name of a resident.',
  knownOn: 'Known since',
  from: 'Days affected, from',
  to: 'to',
  recipient: 'To',
  letter: 'Letter of notice',
  closing: 'What was done, and its outcome',
  clock: 'Limit for the notices of the data breach: {{waktu}}.',
  affected: '{{n}} persons were asked about from {{from}} to {{to}} (counted by keyed hash, without names).',
  closed: 'Closed {{at}}: {{closing}}',
  told: '{{recipient}}: {{number}}',
  reported: 'Reported {{at}} by {{name}}',
  drafts: 'Draft of the notices',
  draft:
    'You are hereby told of a failure to protect personal data ({{kind}}, number {{number}}), known since {{at}}. Data disclosed: population data that was checked from {{from}} to {{to}}. What happened: {{what}} What is done about it: ............',
} as const;
