/** One paper: what it needs, beside the pages as they will print. They change while it is typed. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperOrder, type PaperStart, paperOrder } from '../../../electron/contract/index.ts';
import { ask, type Failure } from '../../bridge.ts';
import { go } from '../../home/place.ts';
import { useText } from '../../preferences.ts';
import { type Action, keys, Screen } from '../../shell/index.ts';
import {
  Choice,
  DateField,
  Field,
  Form,
  LetterFields,
  Refused,
  submitForm,
  useForm,
} from '../parts/index.ts';
import { HandoverFields } from './HandoverFields.tsx';
import { asks, draftOf, mayStayOpen, type WantedPaper } from './order.ts';
import { Pages } from './Pages.tsx';
import { PaperWords } from './PaperWords.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import classes from './papers.module.css';
import { expectPdf } from './pdf-file.ts';
import { Subject } from './Subject.tsx';
import { usePreview } from './use-preview.ts';

interface MakePaperProps {
  readonly wanted: WantedPaper;
  /** Who may not looks on. */
  readonly mayMake: boolean;
}

export function MakePaper({ wanted, mayMake }: MakePaperProps) {
  const { t } = useTranslation();
  const [start, setStart] = useState<PaperStart>();
  const [refused, setRefused] = useState<Failure>();
  const { agreementId, kind, incidentId } = wanted;

  useEffect(() => {
    void expectPdf();
    const about = incidentId === undefined ? {} : { incidentId };
    void ask('papers.start', { agreementId, kind, ...about }).then((answer) => {
      if (answer.ok) setStart(answer.value);
      else setRefused(answer.failure);
    });
  }, [agreementId, kind, incidentId]);

  if (start !== undefined) return <Filling wanted={wanted} start={start} mayMake={mayMake} />;
  return (
    <Screen name="paper-opening" title={t(`papers.kinds.${wanted.kind}`)} actions={[back(t('papers.all'))]}>
      <Refused failure={refused} />
    </Screen>
  );
}

function back(label: string): Action {
  return { key: keys.back, label, run: () => go('papers'), kind: 'plain' };
}

const formId = 'surat';

function Filling({ wanted, start, mayMake }: MakePaperProps & { readonly start: PaperStart }) {
  const { t } = useTranslation();
  const form = useForm({ schema: paperOrder, start: draftOf(wanted, start), optional: mayStayOpen });
  const { shown, file, refused, setRefused } = usePreview(form.draft);
  const [making, setMaking] = useState(false);
  const [printing, setPrinting] = useState<PaperOrder>();
  const [printed, setPrinted] = useState(false);

  async function make(order: Parameters<typeof ask<'papers.make'>>[1]): Promise<void> {
    if (making) return;
    setMaking(true);
    const answer = await ask('papers.make', order);
    setMaking(false);
    setRefused(answer.ok ? undefined : answer.failure);
  }

  const save: Action = {
    key: keys.primary,
    label: t(making ? 'papers.making' : 'papers.make'),
    run: () => submitForm(formId),
    kind: 'primary',
    form: formId,
  };
  const print: Action = {
    key: keys.print,
    label: t('papers.print'),
    run: () => setPrinting(form.check()),
    kind: 'plain',
  };
  return (
    <Screen
      name={`paper-${wanted.kind}`}
      title={t(`papers.kinds.${wanted.kind}`)}
      lead={t('papers.makeLead')}
      compact
      actions={[back(t('papers.all')), ...(mayMake ? [print, save] : [])]}
    >
      <div className={classes.work}>
        <div className={classes.form}>
          <Refused failure={refused ?? shown?.hindrance ?? undefined} />
          <p role="status" className={classes.none}>
            {printed && t('papers.printed')}
          </p>
          <Form id={formId} form={form} onSubmit={(order) => void make(order)}>
            <Fields wanted={wanted} start={start} />
          </Form>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well */}
        <section className={classes.desk} aria-label={t('papers.preview')} tabIndex={0}>
          {shown === undefined && <p className={classes.none}>{t('papers.fillIn')}</p>}
          {shown !== undefined && <PaperWords model={shown.model} />}
          {file !== undefined && <Pages file={file} />}
        </section>
      </div>
      {printing !== undefined && (
        <PrintDialog
          paper={{ order: printing }}
          onDone={() => {
            setPrinting(undefined);
            setPrinted(true);
          }}
          onClose={() => setPrinting(undefined)}
        />
      )}
    </Screen>
  );
}

interface FieldsProps {
  readonly wanted: WantedPaper;
  readonly start: PaperStart;
}

function Fields({ wanted, start: { asks: questions, subjects } }: FieldsProps) {
  const { t } = useTranslation();
  const text = useText();
  const { kind, version } = wanted;
  const { number, day, request, subject, cause, handover } = asks(wanted);
  const causes = ['NEW', 'CHANGE', 'REMOVE'] as const;
  return (
    <>
      {version !== undefined && <p className={classes.none}>{t('papers.asSigned', { n: version })}</p>}
      {cause && (
        <Choice
          path="cause"
          label={t('people.fields.cause')}
          options={causes.map((value) => ({ value, label: t(`people.userId.causes.${value}`) }))}
        />
      )}
      <Subject kind={kind} subjects={subjects} />
      {request && <LetterFields path="request" legend={t('people.fields.requestLetter')} />}
      {subject && <Field path="subject" label={t('papers.fields.subject')} maxLength={160} />}
      {number && (
        <Field
          path="number"
          label={t('papers.fields.number')}
          hint={t('papers.fields.numberHint')}
          maxLength={80}
          optional
        />
      )}
      {number && (
        <Field
          path="sequence"
          label={t('papers.fields.sequence')}
          hint={t('papers.fields.sequenceHint')}
          maxLength={12}
          optional
        />
      )}
      {questions.map(({ name, label, long }) => (
        <Field
          key={name}
          path={`details.${name}`}
          label={text(label)}
          lines={long ? 3 : 1}
          maxLength={1000}
          optional
        />
      ))}
      {handover && <HandoverFields />}
      <Field path="place" label={t('papers.fields.place')} maxLength={80} />
      {day && (
        <DateField path="day" label={t('papers.fields.day')} hint={t('papers.fields.dayHint')} optional />
      )}
      <Field path="letterhead.government" label={t('papers.fields.government')} maxLength={120} />
      <Field
        path="letterhead.district"
        label={t('papers.fields.district')}
        hint={t('papers.fields.districtHint')}
        maxLength={120}
        optional
      />
      <Field path="letterhead.office" label={t('papers.fields.office')} maxLength={160} />
      <Field path="letterhead.address" label={t('papers.fields.address')} maxLength={200} />
      <Field path="letterhead.contact" label={t('papers.fields.contact')} maxLength={160} optional />
    </>
  );
}
