/** The figures of a report as tables: counts by month, service and reader. */
import { useTranslation } from 'react-i18next';
import type { SemesterReportFields } from '../../../electron/contract/index.ts';
import { monthAndYear, number } from '../../format/index.ts';
import { Table } from '../../home/Table.tsx';
import { usePreferences } from '../../preferences.ts';
import classes from './reports.module.css';

interface FiguresProps {
  readonly figures: SemesterReportFields;
  /** Of what, so that the tables of two reports are told apart. */
  readonly name: string;
}

export function Figures({ figures, name }: FiguresProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const n = (value: number) => number(value, language);
  const tables = [
    {
      of: 'access',
      heads: ['month', 'serviceDays', 'inquiries', 'found', 'noData', 'technical'],
      rows: figures.access.map((one) => [
        monthAndYear(one.month, language),
        n(one.serviceDays),
        n(one.inquiries),
        n(one.found),
        n(one.inquiries - one.found - one.technical),
        n(one.technical),
      ]),
    },
    {
      of: 'services',
      heads: ['service', 'visits', 'matched', 'differed', 'served', 'notServed', 'ktpEl', 'ikd'],
      rows: figures.services.map((one) => [
        one.service,
        ...[one.visits, one.matched, one.differed, one.served, one.notServed].map(n),
        ...[one.withKtpEl, one.withIkd].map((value) => (value === null ? '–' : n(value))),
      ]),
    },
    {
      of: 'balikan',
      heads: ['month', 'due', 'acknowledged', 'rejected', 'waiting', 'withoutService'],
      rows: figures.balikan.map((one) => [
        monthAndYear(one.month, language),
        ...[one.due, one.acknowledged, one.rejected, one.waiting, one.withoutService].map(n),
      ]),
    },
    {
      of: 'readers',
      heads: ['reader', 'place', 'reads', 'kept', 'refused'],
      rows: figures.readers.map((one) => [
        one.reader ?? t('reports.noReader'),
        one.place,
        ...[one.reads, one.keptWithConsent, one.consentRefused].map(n),
      ]),
    },
  ] as const;
  return (
    <div className={classes.figures}>
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ of, heads, rows }) => (
          <Table
            key={of}
            label={`${t(`reports.tables.${of}`)} ${name}`}
            caption={t(`reports.tables.${of}`)}
            heads={heads.map((head) => t(`reports.heads.${head}`))}
            rows={rows.map((cells, key) => ({ key, cells }))}
          />
        ))}
    </div>
  );
}
