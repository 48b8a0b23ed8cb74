import { describe, expect, test } from 'vitest';
import { countPlaywright, countRun, countsLine, countVitest, sum } from './counts.ts';

describe('vitest reports', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

  test('passed, failed, skipped and to-do', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];
    expect(countVitest({ ...report, testResults })).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  test('a file that could not be loaded is a failure though it holds no test', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...report, testResults }).failed).toBe(2);
  });
});

describe('Playwright reports', () => {
  test('expected, unexpected, flaky and skipped', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  test('an error outside of any test is a failure', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [{ message: 'No tests found' }] }).failed).toBe(1);
  });
});

describe('a run', () => {
  const good = { passed: 3, failed: 0, skipped: 0 };

  test('that ended badly failed, whatever its report says', () => {
    expect(countRun(good, 1).failed).toBe(1);
    expect(countRun(good, 0)).toEqual(good);
  });

  test('does not count a failed test twice', () => {
    expect(countRun({ ...good, failed: 2 }, 1).failed).toBe(2);
  });
});

test('the last line is the sum', () => {
  const line = countsLine(
    sum([
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ]),
  );
  expect(line).toBe('7 passed, 2 failed, 1 skipped');
});
