/** The door of the gateway client (runs in the visit process). */
export {
  closedNetworkWatch,
  createGatewayClient,
  type GatewayClient,
  type GatewayClientOptions,
} from './client.ts';
export type { Failed, FetchOutcome, Found, Judged, MatchOutcome, Noticed } from './outcome.ts';
export type { InquiryValues } from './request.ts';
export { traceOf } from './trace.ts';
