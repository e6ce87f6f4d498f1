/** Words of the pages about papers, in English. */
import type { Messages } from '../shape.ts';

export const papers: Messages['papers'] = {
  lead: 'Letters and forms that were made, the newest first. A new one is made from the page of a person.',
  none: 'No paper was made yet.',
  all: 'All papers',
  again: 'Save again',
  draft: 'draft',
  make: 'Save PDF',
  making: 'Being made…',
  makeLead: 'What the program knows is on the sheet already. Look at the sheet before you save it.',
  preview: 'The sheet as it will print',
  fillIn: 'Fill in the form to see the sheet.',
  kinds: {
    SPTJM_AWAL: 'Print SPTJM',
    SPTJM_PERPANJANGAN: 'Print SPTJM for an extension',
    NDA: 'Print NDA',
    USER_ID_FORM: 'Print User ID form',
    USER_ID_BAST: 'Print draft of the User ID BAST',
    OFFICE_CHANGE_LETTER: 'Print notice of a new head',
  },
  fields: {
    number: 'Number of the letter',
    numberHint: 'From the secretariat. Without it the sheet is a draft.',
    subject: 'Subject of the request',
    place: 'Place',
    day: 'Date',
    dayHint: 'If left open, the date is written by hand.',
    government: 'Head of the letter: government',
    district: 'Head of the letter: district',
    districtHint: 'For a village.',
    office: 'Head of the letter: office',
    address: 'Address of the office',
    contact: 'Telephone, e-mail, site',
  },
};
