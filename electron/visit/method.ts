/** How this visit asks Dukcapil: decided once, from what the agreement grants and what the counter can reach. */
import type { AgreementProfile, ConnectionProfile, DataElement, InquiryMethod } from '../contract/index.ts';

/**
 * The web service where addendum and PoC letter granted it and this counter has a way to it, in the institution's own method;
 * else the official portal; else nothing.
 */
export function inquiryMethod(
  { accessMethods, webServiceGrant, elements }: AgreementProfile,
  { gateway }: ConnectionProfile,
): InquiryMethod | undefined {
  const grants = (method: 'WEB_SERVICE' | 'WEB_PORTAL') =>
    accessMethods.includes(method) && (elements[method] ?? []).length > 0;
  if (grants('WEB_SERVICE') && webServiceGrant !== undefined && gateway !== undefined) return gateway.method;
  return grants('WEB_PORTAL') ? 'PORTAL' : undefined;
}

/** What the agreement lets be asked for by this method, in its own order. */
export function grantedElements(
  { elements }: AgreementProfile,
  method: InquiryMethod | undefined,
): readonly DataElement[] {
  if (method === undefined) return [];
  return elements[method === 'PORTAL' ? 'WEB_PORTAL' : 'WEB_SERVICE'] ?? [];
}
