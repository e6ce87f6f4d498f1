/** What the notices of a breach say: when it was known, until when others are told, and how many it touches. Nobody is named. */
import { dayInText, localDay, quantity } from '../calendar/index.ts';
import { writtenTime, zoneSign } from '../contract/index.ts';
import type { LetterFields } from './fields.ts';
import type { OwnWords } from './wording.ts';

const open = '............';

export function incidentWords({
  incident,
  basis,
}: LetterFields): Required<Pick<OwnWords, 'values' | 'rows'>> {
  const { timeZone } = basis;
  const moment = (at: number | null | undefined) => (at == null ? open : momentInText(at, timeZone));
  const affected = incident === null ? open : `${quantity(incident.affected)} orang`;
  const reachable = incident === null ? open : `${quantity(incident.reachable)} orang`;
  const days = incident === null ? open : `${dayInText(incident.from)} s.d. ${dayInText(incident.to)}`;
  return {
    values: {
      nomorInsiden: incident?.number ?? open,
      waktuDiketahui: incident === null ? open : dayInText(incident.knownOn),
      waktuDinyatakan: moment(incident?.confirmedAt),
      batasPemberitahuan: moment(incident?.dueAt),
      jumlahTerdampak: affected,
    },
    rows: {
      terdampak: [
        ['1', days, affected, 'sidik NIK berkunci, tanpa nama'],
        [
          '2',
          days,
          reachable,
          'di antaranya dapat disurati menurut data KTP-el yang disimpan dengan persetujuan',
        ],
      ],
    },
  };
}

/** `23 November 2026 pukul 15.10 WIB` */
export function momentInText(at: number, zone: string): string {
  return `${dayInText(localDay(at, zone))} pukul ${writtenTime(at, zone, 'id')} ${zoneSign(zone)}`;
}
