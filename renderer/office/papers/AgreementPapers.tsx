/** Every paper that is about an agreement as a whole, on its page; not there for who has nothing to do with papers. */
import { useTranslation } from 'react-i18next';
import { breachNotices, letterKinds, type PaperKind } from '../../../electron/contract/index.ts';
import { usePreferences } from '../../preferences.ts';
import { PrintPaper } from './PrintPaper.tsx';
import classes from './papers.module.css';

/** Notices of a breach are made where their incident is. */
const elsewhere: ReadonlySet<PaperKind> = new Set(Object.values(breachNotices));
const kinds = (['BAST_SAM_RETURN', ...letterKinds] as const).filter((kind) => !elsewhere.has(kind));

export function AgreementPapers({ agreementId }: { readonly agreementId: string }) {
  const { t } = useTranslation();
  const home = usePreferences((state) => state.home);
  if (home?.gate !== 'OPEN' || !home.person.maySee.includes('PREPARE_DOCUMENTS')) return null;
  return (
    <section className={classes.ofAgreement} aria-labelledby="surat-pks">
      <h2 id="surat-pks">{t('papers.ofAgreement')}</h2>
      <div>
        {kinds.map((kind) => (
          <PrintPaper key={kind} kind={kind} agreementId={agreementId} />
        ))}
      </div>
    </section>
  );
}
