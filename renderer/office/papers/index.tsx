/** Papers: those that were made, and the one that is being made, shown as it will print before it prints. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenHome, PaperRow } from '../../../electron/contract/index.ts';
import { ask, type Failure } from '../../bridge.ts';
import { longDate, moment } from '../../format/index.ts';
import { go } from '../../home/place.ts';
import { useList } from '../../home/use-list.ts';
import { usePreferences } from '../../preferences.ts';
import { keys, Screen } from '../../shell/index.ts';
import { Refused } from '../parts/index.ts';
import { AttachSigned } from './AttachSigned.tsx';
import { expectPages } from './expect-pages.ts';
import { MakePaper } from './MakePaper.tsx';
import { wantedPaper } from './order.ts';
import { PrintDialog } from './PrintDialog.tsx';
import classes from './papers.module.css';
import { ScanDialog } from './ScanDialog.tsx';

interface PapersPageProps {
  readonly home: OpenHome;
  /** Which paper is being made. */
  readonly detail: string | undefined;
}

const shown = 100;

export function PapersPage({ home, detail }: PapersPageProps) {
  const wanted = detail === undefined ? undefined : wantedPaper(detail);
  const mayMake = home.person.may.includes('PREPARE_DOCUMENTS');
  if (wanted !== undefined) return <MakePaper key={detail} wanted={wanted} mayMake={mayMake} />;
  return <MadePapers mayMake={mayMake} mayAttach={home.person.may.includes('ATTACH_SIGNED')} />;
}

function MadePapers({ mayMake, mayAttach }: { mayMake: boolean; mayAttach: boolean }) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<Failure>();
  const [attaching, setAttaching] = useState<PaperRow>();
  const [printing, setPrinting] = useState<PaperRow>();
  const [reading, setReading] = useState<PaperRow>();
  const [printed, setPrinted] = useState(false);
  useEffect(() => void expectPages(), []);
  const { rows } = useList(
    () => ask('papers.list', { limit: shown }),
    (answer) => answer.value,
  );

  async function save({ paperId }: PaperRow): Promise<void> {
    const answer = await ask('papers.save', { paperId });
    setRefused(answer.ok ? undefined : answer.failure);
  }

  return (
    <Screen
      name="papers"
      title={t('nav.papers')}
      lead={t('papers.lead')}
      actions={[{ key: keys.back, label: t('nav.start'), run: () => go('start'), kind: 'plain' }]}
    >
      <Refused failure={refused} />
      <p role="status" className={classes.none}>
        {printed && t('papers.printed')}
      </p>
      {rows?.length === 0 && <p className={classes.none}>{t('papers.none')}</p>}
      <ul className={classes.made}>
        {(rows ?? []).map((row) => (
          <li key={row.paperId}>
            <Made row={row} />
            <div className={classes.buttons}>
              {mayAttach && row.signed === null && (
                <Button variant="default" onClick={() => setAttaching(row)}>
                  {t('papers.attach')}
                </Button>
              )}
              {row.signed !== null && (
                <Button variant="default" onClick={() => setReading(row)}>
                  {t('papers.seeScan')}
                </Button>
              )}
              {mayMake && (
                <>
                  <Button variant="default" onClick={() => setPrinting(row)}>
                    {t('papers.print')}
                  </Button>
                  <Button variant="default" onClick={() => void save(row)}>
                    {t('papers.again')}
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {printing !== undefined && (
        <PrintDialog
          paper={printing}
          onDone={() => {
            setPrinting(undefined);
            setPrinted(true);
          }}
          onClose={() => setPrinting(undefined)}
        />
      )}
      {reading !== undefined && <ScanDialog paper={reading} onClose={() => setReading(undefined)} />}
      {attaching !== undefined && (
        <AttachSigned
          paper={attaching}
          onDone={() => setAttaching(undefined)}
          onClose={() => setAttaching(undefined)}
        />
      )}
    </Screen>
  );
}

function Made({ row }: { row: PaperRow }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { kind, draft, madeBy, madeAt, personId, agreementId, pdfSha256, signed, signerLeft } = row;
  return (
    <div>
      <strong>
        {t(`papers.kinds.${kind}`)}
        {draft && signed === null && ` · ${t('papers.draft')}`}
      </strong>
      <small>{[personId, agreementId, madeBy, moment(madeAt, language)].filter(Boolean).join(' · ')}</small>
      {signed !== null && (
        <small>
          {t('papers.signed', { number: signed.number || '–', day: longDate(signed.signedOn, language) })}
        </small>
      )}
      {signerLeft && <small>{t('papers.signerLeft')}</small>}
      <small className={classes.checksum}>{`SHA-256 ${pdfSha256}`}</small>
    </div>
  );
}
