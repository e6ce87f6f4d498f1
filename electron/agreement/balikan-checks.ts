/** What the services and the data balikan of a profile must not contradict. */
import type { AgreementProfile, ProfileProblem } from '../contract/index.ts';

export function balikanProblems(profile: AgreementProfile): ProfileProblem[] {
  return [...serviceProblems(profile), ...channelProblems(profile), ...fieldProblems(profile)];
}

function serviceProblems({ services, codeLists, dataBalikan }: AgreementProfile): ProfileProblem[] {
  const codes = services.map(({ code }) => code);
  const aidList = dataBalikan.fields.find(({ code }) => code === 'AID_TYPE')?.codeList;
  const aidTypes = aidList === undefined ? undefined : codeLists[aidList]?.map(({ code }) => code);
  return services.flatMap(({ code, aidType }, index) => [
    ...(codes.indexOf(code) === index
      ? []
      : [
          {
            path: `services.${index}.code`,
            id: 'kode layanan ini sudah dipakai',
            en: 'another service has this code',
          },
        ]),
    ...(aidType === undefined || aidTypes === undefined || aidTypes.includes(aidType)
      ? []
      : [
          {
            path: `services.${index}.aidType`,
            id: 'jenis bantuan ini tidak ada pada daftar kode',
            en: 'this kind of aid is not in the code list',
          },
        ]),
  ]);
}

function channelProblems({ kind, accessMethods, dataBalikan }: AgreementProfile): ProfileProblem[] {
  const { mode, fields } = dataBalikan;
  const problems: ProfileProblem[] = [];
  if (kind === 'DUKCAPIL_ACCESS' && accessMethods.length > 0 && mode === 'NONE')
    problems.push({
      path: 'dataBalikan.mode',
      id: 'setiap pemanfaatan wajib diikuti data balikan; pilih kanalnya',
      en: 'every use owes data balikan; choose the channel',
    });
  if (mode === 'NONE' && fields.length > 0)
    problems.push({
      path: 'dataBalikan.fields',
      id: 'ada isian data balikan, tetapi kanalnya tidak ada',
      en: 'there are fields, but no channel for them',
    });
  const isSent = mode === 'PUSH_WEB_SERVICE' || mode === 'MANUAL';
  if (isSent && !fields.some(({ code, required }) => code === 'NIK' && required))
    problems.push({
      path: 'dataBalikan.fields',
      id: 'NIK adalah kunci data balikan dan harus ada sebagai isian wajib',
      en: 'the NIK is the key of data balikan and has to be a required field',
    });
  return problems;
}

function fieldProblems({ codeLists, dataBalikan: { fields } }: AgreementProfile): ProfileProblem[] {
  const codes = fields.map(({ code }) => code);
  return fields.flatMap(({ code, codeList }, index) => {
    const path = `dataBalikan.fields.${index}`;
    const problems: ProfileProblem[] = [];
    if (codes.indexOf(code) !== index)
      problems.push({
        path: `${path}.code`,
        id: 'isian ini sudah ada di atas',
        en: 'this field stands above already',
      });
    if (codeList !== undefined && (codeLists[codeList] ?? []).length === 0)
      problems.push({
        path: `${path}.codeList`,
        id: 'daftar kode ini tidak ada atau kosong',
        en: 'this code list does not exist or is empty',
      });
    return problems;
  });
}
