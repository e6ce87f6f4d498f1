/**
 * The answer to an access request on paper: what is kept of the resident and what happened to it. Plain text, printed by
 * the process that opened the record, for the reasons of the receipt (`consent-receipt.ts`).
 */
import type { LocalText } from '../../native/failure.ts';
import { elementCatalogue } from './elements.ts';
import { centred, hanging, labelled, wrapped } from './paper-lines.ts';
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

const texts = {
  id: {
    title: 'JAWABAN ATAS PERMINTAAN AKSES DATA',
    receipt: 'Nomor bukti',
    consented: 'Disetujui',
    until: 'Disimpan sampai',
    purpose: 'Tujuan',
    companion: 'Pendamping',
    values: 'Data KTP-el yang disimpan:',
    trail: 'Riwayat pemrosesan:',
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
    balikan:
      'Data balikan (the NIK and the fields of the service) went to the Dinas Dukcapil as a duty of the office and is not part of what is kept by this consent.',
  },
} as const;

export function accessAnswer(
  record: RecordView,
  { institution, timeZone, trail }: NonNullable<RecordOrder['answer']>,
  tongue: Tongue,
): string {
  const text = texts[tongue];
  const moment = (at: number) => writtenMoment(at, timeZone, tongue);
  const { companion } = record;
  return [
    centred(text.title),
    centred(institution),
    '',
    ...labelled(text.receipt, record.receiptNo),
    ...labelled(text.consented, moment(Date.parse(record.consentedAt))),
    ...labelled(text.until, writtenDay(record.retainedUntil, tongue)),
    ...labelled(text.purpose, record.purpose),
    ...(companion === undefined ? [] : labelled(text.companion, `${companion.name} (${companion.relation})`)),
    '',
    text.values,
    ...record.values.flatMap(({ part, value }) => {
      const { label, labelEn } = elementCatalogue[part];
      return labelled(`  ${tongue === 'id' ? label : labelEn}`, value);
    }),
    '',
    text.trail,
    ...trail.flatMap(({ event, at, actor }) =>
      hanging(`  ${moment(at)}: `, `${trailTexts[event][tongue]} (${actor})`),
    ),
    '',
    ...wrapped(text.balikan),
    '',
  ].join('\n');
}
