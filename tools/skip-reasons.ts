import type { Reporter, TestCase } from 'vitest/node';

/** Prints the reason of every skipped test: a skip without its reason beside it is a hole that nobody sees. */
export class SkipReasons implements Reporter {
  onTestCaseResult(testCase: TestCase): void {
    const result = testCase.result();
    if (result.state !== 'skipped') return;
    process.stdout.write(` skipped: ${testCase.fullName}: ${result.note ?? 'no reason given'}\n`);
  }
}
