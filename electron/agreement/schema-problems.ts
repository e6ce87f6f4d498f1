/** What the schema of a profile found, in words that somebody who fills in a form understands; values are never repeated. */
import type { z } from 'zod';
import type { ProfileProblem } from '../contract/index.ts';

type Issue = z.core.$ZodIssue;

/** More would not be read; the rest comes when these are mended. */
const mostShown = 20;

export function schemaProblems(issues: readonly Issue[]): ProfileProblem[] {
  return issues
    .slice(0, mostShown)
    .map((issue) => ({ path: issue.path.map(String).join('.'), ...said(issue) }));
}

function said(issue: Issue): { readonly id: string; readonly en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { id: 'wajib diisi', en: 'has to be filled in' }
        : {
            id: `jenis isian harus ${typeInIndonesian(issue.expected)}`,
            en: `has to be a ${issue.expected}`,
          };
    case 'invalid_value':
      return {
        id: `hanya boleh salah satu dari: ${issue.values.join(', ')}`,
        en: `has to be one of: ${issue.values.join(', ')}`,
      };
    case 'invalid_union':
      return {
        id: 'pilihan tidak dikenal atau isiannya belum lengkap',
        en: 'unknown choice, or its fields are incomplete',
      };
    case 'invalid_key':
      return { id: 'nama isian tidak dikenal', en: 'unknown name of a field' };
    case 'too_small':
      return issue.origin === 'string'
        ? { id: 'wajib diisi', en: 'has to be filled in' }
        : { id: `paling sedikit ${issue.minimum}`, en: `at least ${issue.minimum}` };
    case 'too_big':
      return issue.origin === 'string'
        ? { id: `paling panjang ${issue.maximum} huruf`, en: `at most ${issue.maximum} characters` }
        : { id: `paling banyak ${issue.maximum}`, en: `at most ${issue.maximum}` };
    case 'custom':
      return {
        id: 'harus berupa tanggal YYYY-MM-DD yang ada pada kalender',
        en: 'has to be a date YYYY-MM-DD that exists',
      };
    default:
      return { id: 'bentuk isian tidak sesuai', en: 'does not have the right form' };
  }
}

const indonesian: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'ya atau tidak',
  array: 'daftar',
  object: 'kelompok isian',
  record: 'kelompok isian',
};

function typeInIndonesian(type: string): string {
  return indonesian[type] ?? type;
}
