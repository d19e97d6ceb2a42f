/**
 * Prints `N passed, N failed` from the report of vitest's JSON reporter, named by the first argument.
 * Ends with 1 when anything failed, when nothing ran, or when there is no report.
 */
import { readFileSync } from 'node:fs';

const { passed, failed } = countsOf(process.argv[2] ?? '');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function countsOf(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles(report) };
  } catch (error) {
    console.error(`No test report: ${error.message}`);
    return { passed: 0, failed: 0 };
  }
}

/** Test files that could not be loaded hold no failed test, but must not count as nothing. */
function brokenFiles({ testResults }) {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  ).length;
}
