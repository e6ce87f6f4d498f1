/** The data-balikan fields of a service: what the officer fills in, what is valid, and what goes into the envelope. */
import type { Failure, Result } from '../../native/failure.ts';
import { failed, ok } from '../../native/failure.ts';
import type { AgreementProfile, BalikanField } from './agreement-profile.ts';
import { appFailure } from './failures/index.ts';
import type { ServiceField } from './visit-view.ts';

/** Names of the members of `param` (gateway fact sheet 5.3). */
const paramKeys: Readonly<Record<Exclude<BalikanField['code'], 'NIK'>, string>> = {
  RECIPIENT_INFO: 'KETERANGAN_PENERIMA_BANTUAN',
  AID_TYPE: 'JENIS_BANTUAN',
  SERVICE_REGISTRATION_NO: 'NOMOR_REGISTRASI_LAYANAN',
  SERVICE_TYPE: 'JENIS_LAYANAN',
};

const defaultMaxLength = 120;

/** The fields the officer sees; the NIK is never typed again, it is the visit's own. */
export function serviceFields(
  profile: AgreementProfile,
  serviceCode: string,
  registrationNo: string,
): ServiceField[] {
  const service = profile.services.find(({ code }) => code === serviceCode);
  const suggestions: Partial<Record<BalikanField['code'], string>> = {
    RECIPIENT_INFO: registrationNo,
    SERVICE_REGISTRATION_NO: registrationNo,
    ...(service?.aidType === undefined ? {} : { AID_TYPE: service.aidType }),
    ...(service === undefined ? {} : { SERVICE_TYPE: service.name }),
  };
  return profile.dataBalikan.fields.flatMap((field) => {
    if (field.code === 'NIK') return [];
    const suggestion = suggestions[field.code];
    const choices = field.codeList === undefined ? undefined : profile.codeLists[field.codeList];
    return [
      {
        code: field.code,
        label: field.label,
        required: field.required,
        maxLength: field.maxLength ?? defaultMaxLength,
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(choices === undefined ? {} : { choices }),
      },
    ];
  });
}

/** Checks what was filled in against the profile; the failure names the field, never its content. */
export function balikanParam(
  fields: readonly ServiceField[],
  filled: Readonly<Record<string, string>>,
): Result<Record<string, string>> {
  const param: Record<string, string> = {};
  for (const field of fields) {
    const value = (filled[field.code] ?? '').trim();
    const reason = whyInvalid(field, value);
    if (reason !== undefined) return failed(invalidField(field, reason));
    if (value === '') continue;
    const label = field.choices?.find(({ code }) => code === value)?.label ?? value;
    param[paramKeys[field.code as keyof typeof paramKeys]] = label;
  }
  return ok(param);
}

function whyInvalid(field: ServiceField, value: string): string | undefined {
  if (value === '') return field.required ? 'wajib diisi' : undefined;
  if (value.length > field.maxLength) return `paling banyak ${field.maxLength} huruf`;
  if (/\p{Cc}/u.test(value)) return 'memuat karakter yang tidak dapat dicetak';
  // The NIK of this service is added by the program; any other is somebody else's.
  if (/\d(?:[ .-]?\d){15}/.test(value)) return 'memuat nomor seperti NIK';
  if (field.choices !== undefined && !field.choices.some(({ code }) => code === value))
    return 'tidak ada dalam daftar';
  return undefined;
}

function invalidField(field: ServiceField, reason: string): Failure {
  return appFailure('BALIKAN_FIELD_INVALID', field.code, `${field.label}: ${reason}`);
}
