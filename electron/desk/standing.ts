/** What the agreement itself says about a request, on a given day: in force, in scope, method and reader granted. Pure. */
import type { Failure } from '../../native/failure.ts';
import { localDay } from '../calendar/index.ts';
import { type AgreementProfile, appFailure, type GatewayProfile } from '../contract/index.ts';

/** between signing and the last second of the last day, in the agreement's own zone. */
export function notInForce(agreement: AgreementProfile, now: number): Failure | undefined {
  if (agreement.kind !== 'DUKCAPIL_ACCESS') return appFailure('COUNTER_NOT_IN_SCOPE', 'agreement');
  const today = localDay(now, agreement.timeZone);
  if (today < agreement.signedOn || today > agreement.lastDayInForce) {
    return appFailure('AGREEMENT_NOT_IN_FORCE', 'agreement', `last day ${agreement.lastDayInForce}`);
  }
  return undefined;
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
 * a program that calls the gateway is a method of its own and needs addendum and PoC letter. Match and fetch are
 * different grants; the institution's method is the one in its connection profile.
 */
export function methodNotGranted(
  agreement: AgreementProfile,
  method: GatewayProfile['method'],
  granted: GatewayProfile['method'],
): Failure | undefined {
  const { accessMethods, webServiceGrant, elements } = agreement;
  const hasGrant =
    accessMethods.includes('WEB_SERVICE') &&
    webServiceGrant !== undefined &&
    (elements.WEB_SERVICE ?? []).length > 0;
  return hasGrant && method === granted ? undefined : appFailure('METHOD_NOT_GRANTED', 'agreement', method);
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
