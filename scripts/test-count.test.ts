import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closingLine, countReport, sum } from './test-count.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-count-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Told {
  readonly passed?: number;
  readonly failed?: number;
  readonly files?: { status: string; assertionResults: { status: string }[] }[];
}

function report({ passed = 0, failed = 0, files = [] }: Told): string {
  const file = join(folder, 'report.json');
  const rest = { numPendingTests: 0, numTodoTests: 0, testResults: files };
  writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed, ...rest }));
  return file;
}

it('counts what passed and what failed', () => {
  expect(countReport(report({ passed: 7 }), 0)).toEqual({ passed: 7, failed: 0 });
  const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  expect(countReport(report({ passed: 7, failed: 1, files }), 1)).toMatchObject({ passed: 7, failed: 1 });
});

it('counts a file that broke while loading as a failure of its own', () => {
  const files = [{ status: 'failed', assertionResults: [] }];
  expect(countReport(report({ passed: 3, files }), 1)).toMatchObject({ passed: 3, failed: 1 });
});

it('takes no report, no test and an unexplained exit code for a failure', () => {
  expect(countReport(join(folder, 'nothing.json'), 139)).toMatchObject({ passed: 0, failed: 1 });
  expect(countReport(report({}), 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countReport(report({ passed: 9 }), 1)).toMatchObject({ passed: 9, failed: 1 });
});

it('closes with the sum of all suites', () => {
  expect(
    closingLine(
      sum([
        { passed: 2, failed: 1 },
        { passed: 40, failed: 0 },
      ]),
    ),
  ).toBe('42 passed, 1 failed');
});
