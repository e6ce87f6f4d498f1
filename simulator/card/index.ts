/** The simulated KTP-el: chips, cards made from residents, and cards that are wrong. */
export { type AtrStyle, samAtr } from './atr.ts';
export {
  AT_REST_FILES,
  BIODATA,
  DIGITAL_SIGNATURE,
  PHOTO,
  SIGNED_FILES,
} from './files.ts';
export { type CardOptions, createCard } from './personalise.ts';
export { isVariantName, VARIANT_NAMES, type VariantName } from './variants.ts';
