/** The sample agreements of the domain (8.2), read from resources and held to the same schema as any other. */
import desaMakmur from '../../resources/agreements/desa-makmur.json' with { type: 'json' };
import interop from '../../resources/agreements/interop.json' with { type: 'json' };
import lembahSosial from '../../resources/agreements/lembah-sosial.json' with { type: 'json' };
import tirtaPangan from '../../resources/agreements/tirta-pangan.json' with { type: 'json' };
import { type AgreementProfile, agreementProfile } from '../contract/index.ts';

/** Training mode and the first counter run under this one. */
export function sampleAgreement(): AgreementProfile {
  return agreementProfile.parse(tirtaPangan);
}

/** What a new agreement may start from, as files would have it. */
export function sampleProfiles(): readonly {
  readonly name: string;
  readonly profile: Readonly<Record<string, unknown>>;
}[] {
  return [tirtaPangan, lembahSosial, desaMakmur, interop].map((profile) => ({
    name: profile.parties.party2.name,
    profile,
  }));
}
