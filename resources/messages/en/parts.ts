/** Words of the form parts of the office, in English. */
import type { Messages } from '../shape.ts';

export const parts: Messages['parts'] = {
  required: 'This field is required.',
  wrong: 'This does not fit.',
  tooShort: 'At least {{n}} characters.',
  tooLong: 'At most {{n}} characters.',
  mustTick: 'This has to be ticked.',
  optional: 'optional',
  choose: 'Choose…',
  seek: 'Search the list',
  chooseAll: 'Choose all shown',
  chooseNone: 'Clear all shown',
  chosen: '{{n}} of {{all}} chosen.',
  cancel: 'Cancel',
  dateHint: 'Day-month-year, for example 05-10-2026.',
  datePlaceholder: 'dd-mm-yyyy',
  dateWrong: 'The calendar has no such day. Write day-month-year, for example 05-10-2026.',
  letterNumber: 'Number',
  letterDate: 'Date',
  scanHint: 'Scan of the signed paper: PDF, PNG or JPEG, at most 10 MB.',
  scanPick: 'Choose a file…',
  scanOther: 'Choose another…',
  scanFacts: '{{size}} kB · fingerprint {{hash}}',
  showPassword: 'Show the password',
  capitals: 'Caps Lock is on.',
};
