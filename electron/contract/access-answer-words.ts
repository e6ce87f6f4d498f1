/** The words of the answer to an access request, whether it prints as pages or as plain text. */
import type { LocalText } from '../../native/failure.ts';
import { elementCatalogue } from './elements.ts';
import type { ConsentEvent, RecordOrder, RecordView } from './worker-wire.ts';
import { type Tongue, writtenDay, writtenMoment } from './written.ts';

export const trailTexts: Readonly<Record<ConsentEvent, LocalText>> = {
  STORED: { id: 'Data disimpan atas persetujuan', en: 'The data was kept by consent' },
  OPENED: { id: 'Data dibuka', en: 'The data was opened' },
  ERASED: { id: 'Data dihapus', en: 'The data was erased' },
  WITHDRAWAL_TAKEN: { id: 'Penarikan persetujuan dicatat', en: 'A withdrawal of consent was recorded' },
  ACCESS_TAKEN: { id: 'Permintaan akses data dicatat', en: 'A request for access was recorded' },
  COMPLETED: { id: 'Permintaan diselesaikan', en: 'A request was completed' },
  REFUSED: { id: 'Permintaan ditolak', en: 'A request was refused' },
  COMPLETED_BY_CLOCK: {
    id: 'Permintaan diselesaikan otomatis pada batas waktu',
    en: 'A request was completed by itself at its limit',
  },
};

export const answerTexts = {
  id: {
    title: 'JAWABAN ATAS PERMINTAAN AKSES DATA',
    receipt: 'Nomor bukti',
    consented: 'Disetujui',
    until: 'Disimpan sampai',
    purpose: 'Tujuan',
    companion: 'Pendamping',
    values: 'Data KTP-el yang disimpan:',
    trail: 'Riwayat pemrosesan:',
    when: 'Waktu',
    what: 'Peristiwa',
    who: 'Oleh',
    balikan:
      'Data balikan (NIK dan isian layanan) dikirim kepada Dinas Dukcapil sebagai kewajiban instansi dan tidak termasuk dalam data yang disimpan atas persetujuan ini.',
  },
  en: {
    title: 'ANSWER TO A REQUEST FOR ACCESS TO DATA',
    receipt: 'Receipt number',
    consented: 'Consented on',
    until: 'Kept until',
    purpose: 'Purpose',
    companion: 'Companion',
    values: 'KTP-el data that is kept:',
    trail: 'How it was processed:',
    when: 'When',
    what: 'What',
    who: 'By whom',
    balikan:
      'Data balikan (the NIK and the fields of the service) went to the Dinas Dukcapil as a duty of the office and is not part of what is kept by this consent.',
  },
} as const;

export type AnswerFrame = NonNullable<RecordOrder['answer']>;
type Labelled = readonly (readonly [label: string, words: string])[];

/** What is told of the consent, line by line. */
export function answerFacts(record: RecordView, { timeZone }: AnswerFrame, tongue: Tongue): Labelled {
  const text = answerTexts[tongue];
  const { companion } = record;
  return [
    [text.receipt, record.receiptNo],
    [text.consented, writtenMoment(Date.parse(record.consentedAt), timeZone, tongue)],
    [text.until, writtenDay(record.retainedUntil, tongue)],
    [text.purpose, record.purpose],
    ...(companion === undefined
      ? []
      : ([[text.companion, `${companion.name} (${companion.relation})`]] as const)),
  ];
}

export function answerValues({ values }: RecordView, tongue: Tongue): Labelled {
  return values.map(({ part, value }) => {
    const { label, labelEn } = elementCatalogue[part];
    return [tongue === 'id' ? label : labelEn, value];
  });
}
