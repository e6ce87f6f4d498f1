/** What a letter says of the list or the withdrawal it is about; dots while none is chosen. */
import { dayInText, quantity } from '../calendar/index.ts';
import type { LetterFields } from './fields.ts';
import { momentInText } from './incident-words.ts';

const open = '............';

const media = { PAPER: 'cetakan', FILE: 'berkas PDF terkunci pada media penyimpanan' } as const;
const channels = { COUNTER: 'loket', LETTER: 'surat' } as const;

export function subjectWords({ list, withdrawal, basis }: LetterFields): Readonly<Record<string, string>> {
  const moment = (at: number) => momentInText(at, basis.timeZone);
  return {
    nomorDaftar: list?.number ?? open,
    jumlahBalikan: list === null ? open : quantity(list.items),
    rentangBalikan: list === null ? open : periodInText(list.from, list.to),
    sidikDaftar: list?.sha256 ?? open,
    mediaDaftar: list === null ? open : media[list.medium],
    nomorBukti: withdrawal?.receiptNo ?? open,
    diterima: withdrawal === null ? open : moment(withdrawal.receivedAt),
    batas: withdrawal === null ? open : moment(withdrawal.dueAt),
    kanal: withdrawal === null ? open : channels[withdrawal.channel],
    petugasPenerima: withdrawal?.takenBy ?? '....................................',
  };
}

function periodInText(from: string, to: string): string {
  return from === to ? dayInText(from) : `${dayInText(from)} s.d. ${dayInText(to)}`;
}
