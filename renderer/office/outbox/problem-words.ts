/** The last problem of an item in words: of the catalogue where it is one of ours, otherwise what the service objected to. */
import { useTranslation } from 'react-i18next';
import { appFailures } from '../../../electron/contract/failures/index.ts';
import { usePreferences } from '../../preferences.ts';

const reasons = [
  'JENIS_BANTUAN',
  'KETERANGAN_PENERIMA',
  'NOMOR_REGISTRASI',
  'LEMBAGA',
  'NIK',
  'PARAMETER',
] as const;

export function useProblemWords(): (problem: string) => string {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (problem) => {
    if (problem in appFailures) return appFailures[problem as keyof typeof appFailures].cause[language];
    const named = reasons.find((reason) => problem.endsWith(`: ${reason}`)) ?? 'OTHER';
    return t('outbox.refused', { alasan: t(`outbox.reasons.${named}`) });
  };
}
