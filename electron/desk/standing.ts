/** What the profile that a visit was briefed with says about a request: scope, reader, method, purpose. Pure. */
import type { Failure } from '../../native/failure.ts';
import {
  type AgreementProfile,
  appFailure,
  type GatewayProfile,
  type InquiryMethod,
} from '../contract/index.ts';

/** an agreement on other data has no counter. */
export function outOfScope(agreement: AgreementProfile): Failure | undefined {
  return agreement.kind === 'DUKCAPIL_ACCESS' ? undefined : appFailure('COUNTER_NOT_IN_SCOPE', 'agreement');
}

/** the reader is opened only where the agreement says so. */
export function readerNotAllowed(agreement: AgreementProfile): Failure | undefined {
  const { readerPolicy, accessMethods } = agreement;
  const allowed = readerPolicy === 'ALLOWED' || readerPolicy === 'OBLIGATORY';
  return allowed && accessMethods.includes('CARD_READER')
    ? undefined
    : appFailure('READER_NOT_ALLOWED', 'agreement', readerPolicy);
}

/**
 * the portal and a program that calls the gateway are two methods. The latter needs addendum and PoC letter; match and fetch
 * are different grants, and the institution's is the one in its connection profile.
 */
export function methodNotGranted(
  agreement: AgreementProfile,
  method: InquiryMethod,
  connected: GatewayProfile['method'] | undefined,
): Failure | undefined {
  const granted =
    method === 'PORTAL' ? portalGranted(agreement) : serviceGranted(agreement) && method === connected;
  return granted ? undefined : appFailure('METHOD_NOT_GRANTED', 'agreement', method);
}

function portalGranted({ accessMethods, elements }: AgreementProfile): boolean {
  return accessMethods.includes('WEB_PORTAL') && (elements.WEB_PORTAL ?? []).length > 0;
}

function serviceGranted({ accessMethods, webServiceGrant, elements }: AgreementProfile): boolean {
  const names = elements.WEB_SERVICE ?? [];
  return accessMethods.includes('WEB_SERVICE') && webServiceGrant !== undefined && names.length > 0;
}

/** an inquiry serves a service of the agreement and a registered case. */
export function withoutCase(
  agreement: AgreementProfile,
  serviceCode: string,
  registrationNo: string,
): Failure | undefined {
  const isService = agreement.services.some(({ code }) => code === serviceCode);
  return isService && registrationNo.trim() !== '' ? undefined : appFailure('VISIT_REQUIRED', 'visit');
}
