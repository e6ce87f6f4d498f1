/** The door of the closed network: the one way in which the gateway client and the sender talk to Dukcapil. */
export {
  type ClosedNetwork,
  closedNetworkOf,
  isAddressLiteral,
  type NetworkHost,
  standsIn,
  thisHost,
} from './closed-network.ts';
export {
  type CallResult,
  createHttpClient,
  type HttpAnswer,
  type HttpCall,
  type HttpClient,
} from './http-client.ts';
export type { CallProblem, CallProblemKind } from './problem.ts';
