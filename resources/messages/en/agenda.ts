/** Words of the agenda, in English. */
export const agenda = {
  lead: 'Everything that has a limit in time. The most urgent first.',
  empty: 'Nothing is due.',
  groups: {
    OVERDUE: 'Overdue',
    NOW: 'To be done',
    AHEAD: 'Ahead',
  },
  say: {
    REPORT_AHEAD:
      'The report for semester {{semester}} of {{tahun}} opens on {{dibuka}}. It is due on {{tanggal}}.',
    REPORT_OPEN:
      'The report for semester {{semester}} of {{tahun}} can be drawn up. It is due on {{tanggal}}.',
    REPORT_AFTER_PERIOD:
      'The report for semester {{semester}} of {{tahun}} can be handed in from {{mulai}} on, once its period is over. By the agreement it is due on {{tanggal}}.',
    REPORT_DUE_SOON:
      'The report for semester {{semester}} of {{tahun}} is due on {{tanggal}} ({{sisa}} working days left).',
    REPORT_DEADLINE_PASSED:
      'The report for semester {{semester}} of {{tahun}} was due on {{tanggal}}. Lateness can cost the right of access.',
    REPORT_OVERDUE:
      'The report for semester {{semester}} of {{tahun}} is {{hari}} working days late. Lateness can cost the right of access.',
    EXTENSION_DUE:
      'The letter that asks for an extension is due on {{tanggal}}. The agreement ends on {{tanggalAkhir}}.',
    EXTENSION_LATE:
      'The limit for asking for an extension ({{tanggal}}) has passed. It can still be asked for, and is marked as late.',
    EXTENSION_PENDING_NO_ACCESS:
      'The extension is being processed. Without a bridge letter of Dukcapil, access stops on {{tanggalAkhir}}.',
    BRIDGE_ENDS:
      'The bridge period ends on {{tanggalAkhir}}. Without the addendum or a new bridge letter of Dukcapil, access stops on that day.',
    ISO_DUE: 'The certificate {{standar}} has to be handed in by {{tanggal}}.',
    ISO_ENDS: 'The certificate {{standar}} is valid until {{tanggal}}. Hand in a renewed one.',
    MONITORING_DUE: 'The yearly monitoring and evaluation is due on {{tanggal}}.',
    CONTACT_CHANGE_DUE: 'The other party has to be told of the change of contacts by {{tanggal}}.',
    NOTIFY_OFFICE_CHANGE:
      'There is a new responsible head. Send Dinas Dukcapil the letter with its documents, and renew the SPTJM.',
    SPTJM_MISSING: 'There is no stamped SPTJM of the responsible head. File the signed one.',
    SPTJM_GRACE: 'The SPTJM of the former head counts until {{tanggal}}. File that of the new one.',
    NDA_WAITING:
      '{{jumlah}} proposed operators have not signed their stamped NDA. Their accounts cannot be activated.',
    USER_ID_REVOKED:
      '{{jumlah}} operators were revoked. Ask for material and notes back, and apply for a change of the User ID.',
    USER_ID_INACTIVE:
      'The User ID was made inactive. The access manager applies for a change or an activation of the User ID.',
    USER_ID_BAST_REQUIRED:
      'A change of the User ID takes effect once the BAST of User ID and password from Dinas Dukcapil is on record.',
    SAM_RETURN_DUE:
      'The agreement is over. {{jumlah}} SAM cards are neither returned nor deactivated. Prepare the BAST of their return.',
    SAM_SHIPMENT_OVERDUE:
      'The SAM cards and the BAST were not sent within {{hari}} working days of the end of the agreement.',
    END_CHECKLIST: 'End of the agreement: {{selesai}} of {{total}} steps are done.',
    WITHDRAWAL_DUE: 'Withdrawal of consent: the kept card data has to be erased by {{batas}}.',
    ACCESS_DUE: 'Request for access: the answer is due by {{batas}}.',
    INCIDENT_UNDECIDED:
      'Incident {{nomor}} is not decided. Confirm a data breach, or close the incident, by {{batas}}.',
    BREACH_CLOCK: 'Limit for the notices of the data breach: {{waktu}} ({{jam}} hours left).',
    BALIKAN_BACKLOG:
      '{{jumlah}} data balikan were not sent, the oldest for {{umur}}. Check the closed network.',
    BALIKAN_NEEDS_PERSON:
      '{{jumlah}} data balikan were not sent, the oldest for {{umur}}. {{perlu}} of them were refused or are held, and wait for you.',
    BALIKAN_TO_HAND_OVER:
      '{{jumlah}} data balikan were not handed over, the oldest for {{umur}}. Make the list and its BAST.',
    BALIKAN_TO_BE_FETCHED:
      '{{jumlah}} data balikan wait for Dukcapil to fetch them, the oldest for {{umur}}. Make the list when its letter asks.',
  },
  left: {
    WORKING_DAYS_one: '{{n}} working day left',
    WORKING_DAYS_other: '{{n}} working days left',
    DAYS_one: '{{n}} day left',
    DAYS_other: '{{n}} days left',
    HOURS_one: '{{n}} hour left',
    HOURS_other: '{{n}} hours left',
    noWorkingDay: 'No working day left',
    today: 'Today',
    open: 'Open',
    late: 'Late',
  },
  lateBy: {
    WORKING_DAYS_one: '{{n}} working day late',
    WORKING_DAYS_other: '{{n}} working days late',
    DAYS_one: '{{n}} day late',
    DAYS_other: '{{n}} days late',
    HOURS_one: '{{n}} hour late',
    HOURS_other: '{{n}} hours late',
  },
  provisional: 'provisional',
  provisionalNote: 'The holidays of that year are not known yet; the limit can move with their decree.',
  officeHours: 'Letters: until the office closes.',
  rule: 'Rule {{rule}}',
  who: 'By: {{who}}',
  open: 'Open',
  openOf: 'Open: {{what}}',
  seen: 'Seen',
  seenOf: 'Seen: {{what}}',
  seenNote: 'The next reminder comes by itself. What is overdue cannot be put aside.',
  record: {
    title: 'Record',
    RECORD_ISO: 'ISO 27001 certificate',
    RECORD_MONITORING: 'Yearly monitoring',
    NOTE_CONTACT_CHANGE: 'Change of contacts',
    SETTLE_CONTACT_CHANGE: 'Letter of notice',
  },
  consequence: {
    RECORD_ISO: 'The certificate counts as handed in; the next reminder follows its validity.',
    RECORD_MONITORING: 'The monitoring of this year is done.',
    NOTE_CONTACT_CHANGE: 'The limit for the notice counts from the day of the change.',
    SETTLE_CONTACT_CHANGE: 'The notice of the change of contacts is done.',
  },
  agreement: 'Agreement',
  number: 'Number of the certificate',
  body: 'Certification body',
  validUntil: 'Valid until',
  handedIn: 'Letter of handing in',
  anniversary: 'For the day it was due',
  minutes: 'Minutes of the monitoring',
  agreedByBoth: 'Agreed by both parties',
  changedOn: 'Day of the change',
  what: 'What has changed',
  notice: 'Letter of notice',
  save: 'Save',
  holidays: 'Holidays',
  holidaysLead:
    'Limits are reckoned with these files. A new file takes the place of the old one, and every limit moves with it.',
  year: 'Year',
  source: 'Legal source',
  days: 'Holidays and collective leave',
  daysOf: '{{holidays}} + {{leave}}',
  from: 'Origin',
  shipped: 'Came with the program',
  installedBy: 'File {{version}}, {{name}}, {{moment}}',
  install: 'Put in a file of holidays',
  installed:
    'Holidays of {{year}} renewed: {{added}} days added, {{removed}} days removed. Every limit is reckoned anew.',
  dueBefore: 'Moved: it was {{day}} before.',
  moved: {
    some: 'Deadlines that have moved:',
    none: 'No deadline has moved.',
    one: '{{duty}}: from {{before}} to {{now}}',
  },
  week: {
    title: 'Working days of the office',
    lead: 'Limits in working days are counted by the working days of the office. Units that serve the public may be exempt from the five days (Perpres 21/2023 Article 7).',
    from: 'Counts from',
    until: 'Before that',
    days: 'Working days',
    leave: 'Collective leave',
    MON_FRI: 'Monday–Friday',
    MON_SAT: 'Monday–Saturday',
    leaveWorks: 'Working day',
    leaveFree: 'Free',
    leaveTick: 'The office serves on collective leave',
    usualSource: 'Perpres 21/2023 Articles 3 and 6',
    sourceHint: 'The decree that lays down the working days of this unit: number and date.',
    replaced: 'replaced',
    set: 'Lay down working days',
    earliest: '{{day}} at the earliest',
    consequence:
      'Limits from that day on are reckoned anew. What falls before that day stays, and so do reports that were frozen.',
    done: 'Working days of the office laid down from {{from}}.',
  },
  unchanged: 'That file says what is in use already.',
  more: '{{n}} more in the agenda',
} as const;
