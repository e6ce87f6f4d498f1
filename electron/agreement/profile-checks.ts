/**
 * What a profile must not say although its form is right: dates that contradict each other, grants without their other half,
 * things to be kept that cannot be kept. Every problem names its place and what to do, for somebody who does this once a year.
 */
import { failed, ok, type Result } from '../../native/failure.ts';
import {
  type AgreementProfile,
  agreementProfile,
  appFailure,
  endOfDuration,
  officeId,
  type ProfileProblem,
} from '../contract/index.ts';
import { balikanProblems } from './balikan-checks.ts';
import { schemaProblems } from './schema-problems.ts';
import { storageProblems } from './storage-checks.ts';

/** The profile, or `PROFILE_INVALID` with every problem in its detail. */
export function checkedProfile(raw: unknown): Result<AgreementProfile> {
  const problems = problemsOf(raw);
  return problems.length === 0 ? ok(agreementProfile.parse(raw)) : failed(invalidProfile(problems));
}

/** What is wrong with it; nothing when it may be drafted. */
export function problemsOf(raw: unknown): readonly ProfileProblem[] {
  const parsed = agreementProfile.safeParse(raw, { reportInput: true });
  return parsed.success ? profileProblems(parsed.data) : schemaProblems(parsed.error.issues);
}

export function invalidProfile(problems: readonly ProfileProblem[]) {
  const places = problems.slice(0, 5).map(({ path }) => (path === '' ? 'profil' : path));
  return appFailure('PROFILE_INVALID', 'agreement.profile', JSON.stringify(problems), {
    isian: places.join(', '),
  });
}

function profileProblems(profile: AgreementProfile): ProfileProblem[] {
  return [
    ...identityProblems(profile),
    ...termProblems(profile),
    ...(profile.kind === 'DATA_INTEROP' ? interopProblems(profile) : accessProblems(profile)),
    ...balikanProblems(profile),
    ...reportProblems(profile),
    ...storageProblems(profile),
  ];
}

function identityProblems({ profileId, predecessorId, parties }: AgreementProfile): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  // Fifteen digits in a row are what the audit log takes for the number of a person.
  if (!officeId.safeParse(profileId).success || /\d{15}/.test(profileId))
    problems.push({
      path: 'profileId',
      id: 'hanya huruf kecil, angka, dan tanda hubung, 3 sampai 80 tanda, tanpa deretan 15 angka',
      en: 'only lower-case letters, digits and hyphens, 3 to 80 of them, without 15 digits in a row',
    });
  if (predecessorId === profileId)
    problems.push({
      path: 'predecessorId',
      id: 'perjanjian tidak dapat melanjutkan dirinya sendiri',
      en: 'an agreement cannot continue itself',
    });
  if (sameWords(parties.party1.name, parties.party2.name))
    problems.push({
      path: 'parties.party2.name',
      id: 'kedua pihak tidak boleh sama',
      en: 'the two parties cannot be the same',
    });
  return problems;
}

export function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}

function termProblems(profile: AgreementProfile): ProfileProblem[] {
  const { signedOn, term, lastDayInForce, lastDayReason, approvalLetter, technicalGuide, extension } =
    profile;
  const problems: ProfileProblem[] = [];
  const derived = term.rule === 'FIXED_END' ? term.end : endOfDuration(signedOn, term.years);
  if (derived < signedOn)
    problems.push({
      path: 'term.end',
      id: 'tanggal berakhir mendahului tanggal penandatanganan',
      en: 'the end lies before the signing',
    });
  if (lastDayInForce !== derived && lastDayReason === undefined)
    problems.push({
      path: 'lastDayReason',
      id: `hari terakhir menurut jangka waktu adalah ${derived}; isi alasan bila berbeda`,
      en: `by the term the last day is ${derived}; give the reason where it is another`,
    });
  if (lastDayInForce < signedOn)
    problems.push({
      path: 'lastDayInForce',
      id: 'hari terakhir mendahului tanggal penandatanganan',
      en: 'the last day lies before the signing',
    });
  if (approvalLetter !== undefined && approvalLetter.date > signedOn)
    problems.push({
      path: 'approvalLetter.date',
      id: 'surat persetujuan harus mendahului penandatanganan',
      en: 'the approval letter has to come before the signing',
    });
  if (technicalGuide !== undefined && technicalGuide.date > lastDayInForce)
    problems.push({
      path: 'technicalGuide.date',
      id: 'petunjuk teknis bertanggal setelah perjanjian berakhir',
      en: 'the technical guide is dated after the end of the agreement',
    });
  if (extension !== undefined && extension.windowOpensMonthsBefore < extension.leadMonths)
    problems.push({
      path: 'extension.windowOpensMonthsBefore',
      id: 'masa perpanjangan dibuka sesudah batas pengajuannya',
      en: 'the extension window opens after the request is due',
    });
  return problems;
}

/** Within no working day of June there is no day (domain 6.3). */
function reportProblems({ reports }: AgreementProfile): ProfileProblem[] {
  if (reports?.anchor !== 'MONTH_START' || reports.deadlineWorkingDays > 0) return [];
  return [
    {
      path: 'reports.deadlineWorkingDays',
      id: 'batas yang dihitung dari awal bulan laporan paling sedikit 1 hari kerja',
      en: 'a limit that counts from the start of the month of report is at least 1 working day',
    },
  ];
}

/** an agreement between systems grants nothing that a counter could use. */
function interopProblems(profile: AgreementProfile): ProfileProblem[] {
  const { accessMethods, elements, readerPolicy, quota, services, storableFromCard, dataBalikan } = profile;
  const granted: readonly (readonly [path: string, granted: boolean])[] = [
    ['accessMethods', accessMethods.length > 0],
    ['elements', Object.keys(elements).length > 0],
    ['readerPolicy', readerPolicy !== 'NOT_ALLOWED'],
    ['quota.dailyHits', quota.dailyHits !== null],
    ['services', services.length > 0],
    ['storableFromCard', storableFromCard.length > 0],
    ['webServiceGrant', profile.webServiceGrant !== undefined],
    ['dataBalikan.mode', dataBalikan.mode !== 'NONE'],
  ];
  return granted
    .filter(([, isGranted]) => isGranted)
    .map(([path]) => ({
      path,
      id: 'perjanjian interoperabilitas tidak memberikan hak akses data kependudukan; kosongkan isian ini',
      en: 'an agreement on interoperability grants no access to population data; leave this empty',
    }));
}

function accessProblems(profile: AgreementProfile): ProfileProblem[] {
  return [...methodProblems(profile), ...readerProblems(profile), ...limitProblems(profile)];
}

function methodProblems(profile: AgreementProfile): ProfileProblem[] {
  const { accessMethods, elements, webServiceGrant, identityDocuments } = profile;
  const problems: ProfileProblem[] = [];
  for (const [method, list] of Object.entries(elements)) {
    const path = `elements.${method}`;
    if (!(accessMethods as readonly string[]).includes(method))
      problems.push({
        path,
        id: 'metode ini tidak termasuk metode akses yang diberikan',
        en: 'this method is not among the granted access methods',
      });
    if (new Set(list).size < list.length)
      problems.push({ path, id: 'ada elemen yang ditulis dua kali', en: 'an element stands there twice' });
  }
  for (const method of ['WEB_PORTAL', 'WEB_SERVICE', 'CARD_READER'] as const) {
    if (accessMethods.includes(method) && (elements[method] ?? []).length === 0)
      problems.push({
        path: `elements.${method}`,
        id: 'pilih elemen data yang diberikan untuk metode ini',
        en: 'choose the elements that are granted for this method',
      });
  }
  if (webServiceGrant !== undefined && !accessMethods.includes('WEB_SERVICE'))
    problems.push({
      path: 'webServiceGrant',
      id: 'metode web service tidak diberikan dalam perjanjian ini',
      en: 'the agreement does not grant the web service',
    });
  if (accessMethods.length > 0 && identityDocuments.length === 0)
    problems.push({
      path: 'identityDocuments',
      id: 'pilih dokumen identitas yang diterima',
      en: 'choose the identity documents that are accepted',
    });
  if (accessMethods.includes('IKD_CHECK') && !identityDocuments.includes('IKD'))
    problems.push({
      path: 'identityDocuments',
      id: 'pemeriksaan IKD diberikan, tetapi IKD tidak diterima',
      en: 'the check of IKD is granted, but IKD is not accepted',
    });
  return problems;
}

/** policy and method are two sides of one grant. */
function readerProblems(profile: AgreementProfile): ProfileProblem[] {
  const { accessMethods, readerPolicy, elements, photoForHolderCheck } = profile;
  const isGranted = accessMethods.includes('CARD_READER');
  const isAllowed = readerPolicy === 'ALLOWED' || readerPolicy === 'OBLIGATORY';
  const problems: ProfileProblem[] = [];
  if (isGranted && !isAllowed)
    problems.push({
      path: 'readerPolicy',
      id: 'metode CARD_READER diberikan, tetapi perangkat pembaca tidak diperbolehkan',
      en: 'CARD_READER is granted, but a reader is not allowed',
    });
  if (isAllowed && !isGranted)
    problems.push({
      path: 'accessMethods',
      id: 'perangkat pembaca diperbolehkan, tetapi metode CARD_READER tidak diberikan',
      en: 'a reader is allowed, but CARD_READER is not granted',
    });
  if (elements.CARD_READER?.includes('FAMILY_CARD_NO'))
    problems.push({
      path: 'elements.CARD_READER',
      id: 'Nomor KK tidak tersimpan di cip KTP-el',
      en: 'the family card number is not on the chip',
    });
  if (photoForHolderCheck && !isAllowed)
    problems.push({
      path: 'photoForHolderCheck',
      id: 'foto hanya dapat dibaca dengan perangkat pembaca',
      en: 'the photo can only come from a reader',
    });
  return problems;
}

function limitProblems({ accessMethods, quota, network }: AgreementProfile): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  if (quota.dailyHits === 0)
    problems.push({
      path: 'quota.dailyHits',
      id: 'kuota 0 menutup akses; kosongkan bila tidak ada kuota',
      en: 'a quota of 0 shuts the access; leave it empty where there is none',
    });
  if (quota.pocLetter !== null && !quota.unlimitedAfterPoc)
    problems.push({
      path: 'quota.unlimitedAfterPoc',
      id: 'surat PoC dicatat, tetapi perjanjian tidak membebaskan kuota setelah PoC',
      en: 'a PoC letter is on record, but the agreement does not lift the quota after a PoC',
    });
  if (!network.closedOnly)
    problems.push({
      path: 'network.closedOnly',
      id: 'akses hanya melalui jaringan tertutup; aturan ini berlaku untuk setiap perjanjian',
      en: 'access runs over the closed network only; this holds for every agreement',
    });
  if (accessMethods.length > 0 && network.points === 0)
    problems.push({
      path: 'network.points',
      id: 'akses memerlukan paling sedikit satu titik jaringan',
      en: 'access needs at least one network point',
    });
  return problems;
}
