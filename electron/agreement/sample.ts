/** The sample agreement that training mode and the first counter run under, read from resources and held to the same schema. */
import tirtaPangan from '../../resources/agreements/tirta-pangan.json' with { type: 'json' };
import { type AgreementProfile, agreementProfile } from '../contract/index.ts';

export function sampleAgreement(): AgreementProfile {
  return agreementProfile.parse(tirtaPangan);
}
