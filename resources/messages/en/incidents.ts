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
    DESCRIBE: 'Complete the report',
    CONFIRM_BREACH: 'Confirm a data breach',
    RECORD_NOTICE: 'Record a notice',
    CLOSE: 'Close the incident',
  },
  consequence: {
    REPORT: 'The incident is on record. Where access has to stop, use Stop access on this incident.',
    DESCRIBE:
      'Kind, events and affected days complete this incident; from these days follows who has to be told. Only once.',
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
  undescribed: 'The affected days are not known yet; until then the day on which it began is counted.',
  affected:
    'Persons served or asked about from {{from}} to {{to}}: {{n}} (counted by keyed hash, without names).',
  reachable: 'Of these, left card data with their consent and can be written to (Kept records): {{n}}.',
  card: 'SAM card {{name}}',
  stopped: 'Access was stopped {{at}} by {{name}}; the stop stands.',
  lifted: 'Access was stopped {{at}} by {{name}} and reopened {{lifted}} ({{reference}}).',
  closed: 'Closed {{at}}: {{closing}}',
  told: '{{recipient}}: {{number}}',
  reported: 'Reported {{at}} by {{name}}',
  lettersLead:
    'Letters of notice. Times, limits and the number of persons come from this incident; nobody is named.',
} as const;
