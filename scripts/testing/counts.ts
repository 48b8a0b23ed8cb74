/** How many tests passed, failed and were skipped. */
export type Counts = { passed: number; failed: number; skipped: number };

/** A step that is no test suite, or whose report is missing, and that failed. */
export const oneFailure: Counts = { passed: 0, failed: 1, skipped: 0 };
export const nothingCounted: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The part of vitest's JSON report that is counted. */
export type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** The part of Playwright's JSON report that is counted. */
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** A file that could not even be loaded has no failed test in it, and still is a failure. */
export function countVitest(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Errors outside of any test, such as a spec that cannot be loaded, are failures; so is a test that was flaky. */
export function countPlaywright(report: PlaywrightReport): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** A run that ended badly failed, even when every test it reports passed: an unhandled error, a crash at the end. */
export function countRun(counted: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    nothingCounted,
  );
}

/** The line that ends every test run; `.ci/run` looks for exactly this form. */
export function countsLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
}
