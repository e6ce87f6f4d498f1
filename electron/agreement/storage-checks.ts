/** What may be kept of the card and whether a resident can be told all seven things about it. */
import type { AgreementProfile, ProfileProblem } from '../contract/index.ts';

export function storageProblems(profile: AgreementProfile): ProfileProblem[] {
  const { storableFromCard, storageRetention } = profile;
  if (storableFromCard.length === 0) return [];
  const problems = storableFromCard.flatMap((_item, index) => storableProblems(profile, index));
  if (storageRetention === undefined || !/[1-9]/.test(storageRetention))
    problems.push({
      path: 'storageRetention',
      id: 'masa simpan data KTP-el belum ditetapkan',
      en: 'no retention is set for card data',
    });
  return [...problems, ...noticeProblems(profile)];
}

function storableProblems({ storableFromCard, elements }: AgreementProfile, index: number): ProfileProblem[] {
  const element = storableFromCard[index]?.element;
  if (element === undefined) return [];
  const path = `storableFromCard.${index}.element`;
  if (element === 'FAMILY_CARD_NO')
    return [
      {
        path,
        id: 'Nomor KK hanya berasal dari Dukcapil dan tidak pernah boleh disimpan',
        en: 'the family card number only comes from Dukcapil and can never be kept',
      },
    ];
  if (!elements.CARD_READER?.includes(element))
    return [
      {
        path,
        id: 'hanya elemen yang diberikan untuk perangkat pembaca yang dapat disimpan',
        en: 'only elements granted for the card reader can be kept',
      },
    ];
  if (storableFromCard.findIndex((item) => item.element === element) < index)
    return [{ path, id: 'elemen ini sudah ada di atas', en: 'this element stands above already' }];
  return [];
}

/** Legality, purpose, relevance of each element; kind, retention, details and duration follow from the rest. */
function noticeProblems({ title, purpose, parties, storableFromCard }: AgreementProfile): ProfileProblem[] {
  const told: readonly (readonly [path: string, text: string])[] = [
    ['title', title],
    ['purpose', purpose],
    ['parties.party2.name', parties.party2.name],
    ...storableFromCard.map(({ reason }, index) => [`storableFromCard.${index}.reason`, reason] as const),
  ];
  return told
    .filter(([, text]) => !/\p{L}{3}/u.test(text))
    .map(([path]) => ({
      path,
      id: 'isian ini disampaikan kepada penduduk saat meminta persetujuan; tuliskan dengan kata-kata',
      en: 'residents are told this when they are asked for consent; write it in words',
    }));
}
