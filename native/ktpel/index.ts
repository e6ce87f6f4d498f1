/** Door of the KTP-el folder. */
export {
  type CardElement,
  type CardIdentity,
  cardElements,
  grantedCardElements,
  parseBiodata,
} from './biodata.ts';
export { type MinutiaeHeader, parseMinutiaeHeader, parseSignature } from './biometrics.ts';
export { parseCardControl } from './card-control.ts';
export {
  type Cost,
  type CostModel,
  type CostOptions,
  costOf,
  type FileSizes,
  lowerBound,
  ratioToPublicOrder,
  tracedCosts,
  typicalSizes,
} from './cost.ts';
export { KtpCard } from './ktp-card.ts';
export { type Photo, parsePhoto } from './photo.ts';
export {
  authenticityPlan,
  handshakePlan,
  ordinaryPlan,
  plainPlan,
  publicPlan,
  type ReadPlan,
  type ReadStep,
} from './plan.ts';
export {
  type CardReading,
  type Connections,
  type ReadOptions,
  type ReadProgress,
  readCard,
} from './read-card.ts';
