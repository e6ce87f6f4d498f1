/** Counts what a suite really did. A suite that crashed, left no report or ran no test has failed, whatever it says. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, note?: string }} Count
 */

/**
 * @param {string} file what vitest's JSON reporter wrote
 * @param {number} status vitest's exit code
 * @returns {Count}
 */
export function countReport(file, status) {
  if (!existsSync(file)) return { passed: 0, failed: 1, note: `no report, exit ${status}` };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = Number(report.numPassedTests);
  const skipped = Number(report.numPendingTests) + Number(report.numTodoTests);
  // A file that broke while it was being loaded has failed without a failed test in it.
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = Number(report.numFailedTests) + broken;
  if (passed + failed === 0) return { passed, failed: 1, note: 'ran no test' };
  if (failed === 0 && status !== 0)
    return { passed, failed: 1, note: `every test passed but the suite ended with exit ${status}` };
  return skipped > 0 ? { passed, failed, note: `${skipped} skipped` } : { passed, failed };
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  return counts.reduce(
    (total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}

/** @param {Count} count */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
