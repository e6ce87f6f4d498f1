/**
 * What a resident is told before card data is kept: the seven items of UU 27/2022 Ps.21(1), rendered from the profile in
 * the language of the page. The one place of this wording: screen and receipt show it, and the hash in the consent record is
 * over it. A change of wording is a new {@link noticeWording}, and residents are asked under the new version.
 */
import type { LocalText } from '../../native/failure.ts';
import type { AgreementProfile } from './agreement-profile.ts';
import { askedElements } from './asked-elements.ts';
import { type DataElement, type ElementPart, elementCatalogue, partsOf } from './elements.ts';
import { type Tongue, writtenDay, writtenPeriod } from './written.ts';

const noticeWording = 'persetujuan-2026-11';

export const noticeItems = [
  'LEGALITY',
  'PURPOSE',
  'RELEVANCE',
  'RETENTION',
  'DETAILS',
  'DURATION',
  'RIGHTS',
] as const;
export type NoticeItem = (typeof noticeItems)[number];

const titles: Readonly<Record<NoticeItem | 'APART', LocalText>> = {
  LEGALITY: { id: 'Dasar hukum', en: 'Legal basis' },
  PURPOSE: { id: 'Tujuan', en: 'Purpose' },
  RELEVANCE: { id: 'Jenis dan relevansi data', en: 'Kind and relevance of the data' },
  RETENTION: { id: 'Masa simpan', en: 'Kept until' },
  DETAILS: { id: 'Rincian yang dikumpulkan', en: 'What is collected' },
  DURATION: { id: 'Jangka waktu pemrosesan', en: 'How long it is processed' },
  RIGHTS: { id: 'Hak Bapak/Ibu', en: 'Your rights' },
  APART: { id: 'Di luar persetujuan ini', en: 'Not part of this consent' },
};

/** The facts a notice is made of. No value of the resident is among them. */
export interface NoticeFacts {
  readonly institution: string;
  readonly purpose: string;
  readonly agreementNumber: string;
  readonly elements: readonly { readonly part: ElementPart; readonly reason: string }[];
  /** ISO 8601, as in the profile. */
  readonly retention: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly retainedUntil: string;
  readonly version: string;
  readonly receiptNo: string;
  /** What data balikan carries besides. */
  readonly balikanLabels: readonly string[];
}

export interface ConsentNotice {
  readonly heading: string;
  /** The question itself, in one sentence. */
  readonly request: string;
  readonly voluntary: string;
  /** Kind and relevance, one line per element; the item RELEVANCE has the same as running text. */
  readonly elements: readonly {
    readonly element: DataElement;
    readonly label: string;
    readonly reason: string;
  }[];
  readonly items: readonly { readonly item: NoticeItem; readonly title: string; readonly text: string }[];
  readonly apart: { readonly title: string; readonly text: string };
  /** Version of the wording and of the profile, and the number of the receipt. */
  readonly footer: string;
}

export function noticeVersion(profile: AgreementProfile): string {
  return `${noticeWording}/${profile.profileId}/v${profile.profileVersion}`;
}

/** The parts of a card that this profile lets an office keep, with the reason for each. */
export function storableParts(profile: AgreementProfile): { part: ElementPart; reason: string }[] {
  return profile.storableFromCard.flatMap(({ element, reason }) =>
    partsOf([element])
      .filter((part) => elementCatalogue[part].onChip)
      .map((part) => ({ part, reason })),
  );
}

/** The items that this profile leaves empty, by their titles; with one of them empty nobody may be asked. */
export function missingNoticeItems(profile: AgreementProfile): LocalText[] {
  const storable = storableParts(profile);
  const retention = profile.storageRetention ?? '';
  const given: Readonly<Record<NoticeItem, boolean>> = {
    LEGALITY: profile.numbers.party2.trim() !== '',
    PURPOSE: profile.purpose.trim() !== '',
    RELEVANCE: storable.every(({ reason }) => reason.trim() !== ''),
    RETENTION: /[1-9]/.test(retention),
    DETAILS: storable.length > 0,
    DURATION: /[1-9]/.test(retention),
    RIGHTS: profile.parties.party2.name.trim() !== '',
  };
  return noticeItems.filter((item) => !given[item]).map((item) => titles[item]);
}

export function consentNotice(facts: NoticeFacts, tongue: Tongue): ConsentNotice {
  const elements = askedElements(facts.elements.map((asked) => ({ ...asked, value: '' }))).map(
    ({ element, label, reason }) => ({ element, label: label[tongue], reason }),
  );
  const told = words(facts, elements.length, tongue);
  const texts: Readonly<Record<NoticeItem, string>> = {
    ...told,
    RELEVANCE: elements.map(({ label, reason }) => `${label}: ${reason}`).join('; '),
  };
  return {
    heading: told.heading,
    request: told.request,
    voluntary: told.voluntary,
    elements,
    items: noticeItems.map((item) => ({ item, title: titles[item][tongue], text: texts[item] })),
    apart: { title: titles.APART[tongue], text: told.APART },
    footer: told.footer,
  };
}

function words(facts: NoticeFacts, n: number, tongue: Tongue) {
  const { institution, purpose, agreementNumber, version, receiptNo } = facts;
  const period = writtenPeriod(facts.retention, tongue);
  const until = writtenDay(facts.retainedUntil, tongue);
  const fields = facts.balikanLabels.join(', ');
  if (tongue === 'en') {
    return {
      heading: 'May we keep data from your KTP-el?',
      request: `We ask your permission to keep ${n} data from your KTP-el for ${purpose}, for ${period}.`,
      voluntary: 'You may refuse and will be served all the same.',
      LEGALITY: `Cooperation agreement (PKS) number ${agreementNumber}; Law 27 of 2022.`,
      PURPOSE: `${purpose}, by ${institution}.`,
      RETENTION: `${period}, until ${until}; then it is erased.`,
      DETAILS: `The ${n} data named here, read from the chip of your KTP-el and checked by you on this screen; nothing else.`,
      DURATION: `From today until ${until}, or until you withdraw.`,
      RIGHTS: `To be informed and given a copy, to correct, to end, to erase, and to withdraw at any time at a counter of ${institution} or by letter, with the number of the receipt. A withdrawal is carried out within 3 x 24 hours.`,
      APART: `Fingerprints are not kept. Sending data balikan (${fields}) to the Dinas Dukcapil is a duty of the office.`,
      footer: `Notice ${version} · receipt ${receiptNo}`,
    };
  }
  return {
    heading: 'Permintaan izin menyimpan data KTP-el',
    request: `Bapak/Ibu, kami meminta izin menyimpan ${n} data dari KTP-el untuk ${purpose} selama ${period}.`,
    voluntary: 'Bapak/Ibu boleh menolak dan tetap dilayani.',
    LEGALITY: `Perjanjian Kerja Sama Nomor ${agreementNumber}; UU Nomor 27 Tahun 2022.`,
    PURPOSE: `${purpose}, oleh ${institution}.`,
    RETENTION: `${period}, sampai ${until}, lalu dihapus.`,
    DETAILS: `${n} data yang disebutkan di sini, dibaca dari cip KTP-el dan diperiksa Bapak/Ibu pada layar ini; tidak ada yang lain.`,
    DURATION: `Sejak hari ini sampai ${until}, atau sampai Bapak/Ibu menarik persetujuan.`,
    RIGHTS: `Memperoleh informasi dan salinan, memperbaiki, mengakhiri, menghapus, dan menarik kembali persetujuan kapan saja di loket ${institution} atau dengan surat, dengan menyebut nomor bukti. Penarikan diproses paling lambat 3 x 24 jam.`,
    APART: `Sidik jari tidak disimpan. Pengiriman data balikan (${fields}) kepada Dinas Dukcapil merupakan kewajiban instansi dan bukan bagian dari persetujuan ini.`,
    footer: `Naskah ${version} · bukti ${receiptNo}`,
  };
}

/** Everything that was on the screen, line by line: what the hash in the consent record is taken over. */
export function noticeWords(notice: ConsentNotice): string {
  const { heading, request, voluntary, elements, items, apart, footer } = notice;
  return [
    heading,
    request,
    voluntary,
    ...elements.map(({ label, reason }) => `${label}: ${reason}`),
    ...[...items.filter(({ item }) => item !== 'RELEVANCE'), apart].map(
      ({ title, text }) => `${title}: ${text}`,
    ),
    footer,
  ].join('\n');
}
