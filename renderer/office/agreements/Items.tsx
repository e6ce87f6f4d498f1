/** The fields of one section, each by its kind in the table. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endOfDuration } from '../../../electron/contract/agreement-profile.ts';
import { writtenPeriod } from '../../../electron/contract/written.ts';
import { longDate } from '../../format/index.ts';
import fields from '../../visit/screens/fields.module.css';
import {
  Choice,
  DateField,
  type Draft,
  Field,
  NumberField,
  Pick,
  Several,
  Tick,
  useField,
  valueAt,
} from '../parts/index.ts';
import { CodeLists } from './CodeLists.tsx';
import { Elements } from './Elements.tsx';
import type { Editing } from './editing.ts';
import classes from './editor.module.css';
import { type FieldSpec, type GroupSpec, isGroup, type SectionSpec } from './profile-field-kinds.ts';
import { Rows } from './Rows.tsx';
import { Storable } from './Storable.tsx';
import { useWords } from './use-words.ts';
import { wordOf } from './words.ts';

interface Placed {
  readonly editing: Editing;
}

export function Items({ section, editing }: Placed & { section: SectionSpec }) {
  return section.items.map((item) =>
    item.when?.(editing.profile) === false ? null : isGroup(item) ? (
      <Group key={item.group} group={item} editing={editing} />
    ) : (
      <One key={item.path} field={item} editing={editing} />
    ),
  );
}

/** A part that the agreement has or has not. */
function Group({ group, editing }: Placed & { group: GroupSpec }) {
  const { t } = useTranslation();
  const { say } = useWords();
  const { value, set, problem } = useField(group.group);
  const has = typeof value === 'object' && value !== null;
  return (
    <fieldset className={classes.group} data-problem={problem === '' ? undefined : true}>
      <legend>{say(`agreements.groups.${group.group}`)}</legend>
      <Checkbox
        label={t('agreements.editor.has')}
        checked={has}
        classNames={{
          root: fields.choice,
          body: fields.choiceBody,
          input: fields.radio,
          label: fields.choiceLabel,
        }}
        onChange={(event) => set(event.currentTarget.checked ? group.initial : undefined)}
      />
      {problem !== '' && <p className={fields.error}>{problem}</p>}
      {has && group.fields.map((field) => <One key={field.path} field={field} editing={editing} />)}
    </fieldset>
  );
}

/** What is signed cannot change, nor can the name by which a draft is known. */
function isFixed({ fixed, path }: FieldSpec, { purpose }: Editing): boolean {
  return fixed === true && (purpose.kind === 'VERSION' || (purpose.kind === 'DRAFT' && path === 'profileId'));
}

function One({ field, editing }: Placed & { field: FieldSpec }) {
  const { say, labelOf, textOf, hintOf, language } = useWords();
  const { path } = field;
  if (field.when?.(editing.profile) === false) return null;
  const label = labelOf(path);
  if (isFixed(field, editing)) {
    return <Fixed label={label} text={textOf(path, String(valueAt(editing.profile, path) ?? ''))} />;
  }
  const hint = hintOf(path);
  const common = {
    path,
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(field.optional === true ? { optional: true } : {}),
  };
  switch (field.kind) {
    case 'text':
      return <Field {...common} lines={field.lines ?? 1} maxLength={500} />;
    case 'day':
      return path === 'lastDayInForce' ? (
        <LastDay common={common} profile={editing.profile} />
      ) : (
        <DateField {...common} />
      );
    case 'number':
      return <NumberField {...common} {...(field.empty === null ? { empty: null } : {})} />;
    case 'yes':
      return <Tick path={path} label={label} />;
    case 'period':
      return (
        <Pick
          {...common}
          options={withPresent(periods, valueAt(editing.profile, path)).map((value) => ({
            value,
            label: writtenPeriod(value, language),
          }))}
        />
      );
    case 'elements':
      return <Elements path={path} label={label} editing={editing} />;
    case 'storable':
      return <Storable editing={editing} />;
    case 'codeLists':
      return <CodeLists editing={editing} />;
    case 'rows':
      return <Rows field={field} label={label} editing={editing} />;
    default: {
      const present = field.open === true ? valueAt(editing.profile, path) : undefined;
      const options = withPresent(field.options, present).map((value) => ({
        value,
        label: wordOf(field.words, field.options, value, say),
      }));
      if (field.kind === 'some') return <Several {...common} options={options} />;
      return options.length > 4 ? (
        <Pick {...common} options={options} />
      ) : (
        <Choice {...common} options={options} />
      );
    }
  }
}

const periods = ['P6M', 'P1Y', 'P2Y', 'P3Y', 'P5Y'];

/** What a file brought along is not lost for not being among ours. */
function withPresent(options: readonly string[], present: unknown): readonly string[] {
  const extra = (Array.isArray(present) ? present : [present]).filter(
    (value): value is string => typeof value === 'string' && value !== '' && !options.includes(value),
  );
  return [...options, ...extra];
}

function Fixed({ label, text }: { label: string; text: string }) {
  return (
    <dl className={classes.fixed}>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </dl>
  );
}

/** Follows from the term; the form says to which day. */
function LastDay({ common, profile }: { common: { path: string; label: string }; profile: Draft }) {
  const { t } = useTranslation();
  const { language } = useWords();
  const day = lastDayOf(profile);
  return (
    <DateField
      {...common}
      optional
      // Drawn anew when the term changes, for then the day that was typed is taken away.
      key={JSON.stringify([profile.signedOn, profile.term])}
      {...(day === undefined
        ? {}
        : { hint: t('agreements.editor.lastDayDerived', { date: longDate(day, language) }) })}
    />
  );
}

function lastDayOf(profile: Draft): string | undefined {
  const [signedOn, rule] = [profile.signedOn, valueAt(profile, 'term.rule')];
  const [end, years] = [valueAt(profile, 'term.end'), valueAt(profile, 'term.years')];
  const isDay = (value: unknown): value is string =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  if (rule === 'FIXED_END') return isDay(end) ? end : undefined;
  const counted = typeof years === 'number' && Number.isInteger(years) && years > 0 && years <= 10;
  return isDay(signedOn) && counted ? endOfDuration(signedOn, years) : undefined;
}
