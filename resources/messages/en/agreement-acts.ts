/** Words of what can be done with an agreement, in English: its name, what it brings about, and what is asked. */
export const acts = {
  title: 'What can be done',
  none: 'There is nothing you can do with this agreement now.',
  DRAFT: {
    title: 'Change the draft',
    consequence: 'A draft can be changed freely until it is proposed. Nothing is in force yet.',
    yes: 'Change',
  },
  DISCARD_DRAFT: {
    title: 'Delete the draft',
    consequence: 'The draft and its proposals are deleted and cannot be brought back.',
    yes: 'Delete',
  },
  PROPOSE_SIGNING: {
    title: 'Propose the signing',
    consequence:
      'Draft and scan go to the second person. Once confirmed, the terms of the agreement are locked.',
    yes: 'Propose',
  },
  ACTIVATE: {
    title: 'Activate the agreement',
    consequence: 'From now on the counter can read cards and make inquiries under this agreement.',
    yes: 'Activate',
  },
  RECORD_USER_ID: {
    title: 'Record the letter of the User ID',
    consequence: 'The letter with which Dukcapil handed over the User ID is on the activation checklist.',
    yes: 'Record',
  },
  REQUEST_EXTENSION: {
    title: 'Record the request for extension',
    consequence:
      'The request goes to the Dirjen Dukcapil through the Dinas Dukcapil. The extension counts as requested. Access still ends with the last day unless an addendum or a bridge letter comes.',
    yes: 'Record',
  },
  REFUSE_EXTENSION: {
    title: 'Record that the extension was refused',
    consequence: 'The agreement goes back to its extension window and ends with its last day.',
    yes: 'Record',
  },
  PROPOSE_VERSION: {
    title: 'Propose a change (addendum)',
    consequence: 'The change takes effect once a second person confirms it. Older versions stay on record.',
    yes: 'Propose',
  },
  BRIDGE: {
    title: 'Record a bridge letter',
    consequence:
      'Access goes on until the date in the letter of Dukcapil, by the portal only; the SAM card only where the letter names it.',
    yes: 'Record',
  },
  SUSPEND: {
    title: 'Suspend the agreement',
    consequence: 'All inquiries and card reads are off until the responsible head resumes the agreement.',
    yes: 'Suspend',
  },
  RESUME: {
    title: 'Resume the agreement',
    consequence: 'From now on inquiries and card reads are possible again.',
    yes: 'Resume',
  },
  TERMINATE: {
    title: 'Terminate the agreement',
    consequence:
      'Access ends, the rights of all operators are revoked, and the agreement cannot be reopened.',
    yes: 'Terminate the agreement',
  },
  NOTE: {
    title: 'Add a note',
    consequence:
      'Force majeure or a dispute is noted in the history and changes nothing. Another way of carrying the agreement out takes the consent of both parties.',
    yes: 'Record',
  },
  SETTLE_END_ITEM: {
    title: 'Record as done',
    consequence: 'The item counts as done on the checklist of the end.',
    yes: 'Record as done',
  },
  CLOSE: {
    title: 'Close the agreement',
    consequence:
      'The agreement becomes an archive for reading only; the secrets of its connection are erased.',
    yes: 'Close the agreement',
  },
  CHOOSE: {
    title: 'Use at this counter',
    consequence: 'From now on this counter serves under this agreement.',
    yes: 'Use',
  },
  stopsOn: 'From {{date}} all inquiries and card reads are off.',
  stopsNow: 'From now on all inquiries and card reads are off.',
  accessUntil: 'Access goes on until the end of {{date}}.',
  fields: {
    weekday: 'Weekday of the signing',
    weekdayHint: 'As written on the paper. It is compared with the date {{date}}.',
    place: 'Place of the signing',
    agreementScan: 'Scan of the signed paper',
    noApprovalLetterReason: 'Why there is no approval letter',
    noApprovalLetterHint: 'This draft names no approval letter of Ditjen Dukcapil.',
    letterOfDukcapil: 'Letter of Dukcapil',
    letterToDirjen: 'Letter of request',
    letterToDirjenHint: 'Addressed to the Dirjen Dukcapil via the local Dukcapil.',
    lateReason: 'Why it is late',
    lateHint: 'Only where the due date ({{date}}) is past.',
    until: 'Access until',
    bridgeScan: 'Scan of the bridge letter',
    sptjmScan: 'Scan of the SPTJM for the extension',
    namesSam: 'The letter names the SAM card',
    namesSamNote: 'Without that, card reads end with the last day of the agreement.',
    cause: 'Cause',
    reason: 'Explanation',
    letter: 'Letter',
    effectiveOn: 'From',
    effectiveHint: 'Empty: from now on. Fill in where it takes effect on another day.',
    reference: 'Letter of reference',
    referenceHint: 'Which says that the cause is settled.',
    note: 'Note',
    settledNote: 'How it was settled',
    settledHint: 'Number of a letter, a date, or a short explanation.',
  },
  weekdays: {
    Senin: 'Monday (Senin)',
    Selasa: 'Tuesday (Selasa)',
    Rabu: 'Wednesday (Rabu)',
    Kamis: 'Thursday (Kamis)',
    Jumat: 'Friday (Jumat)',
    Sabtu: 'Saturday (Sabtu)',
    Minggu: 'Sunday (Minggu)',
  },
} as const;
