import type { Reporter, SerializedError, TestModule } from 'vitest/node';

const count = (testModule: TestModule, state: 'passed' | 'failed'): number =>
  [...testModule.children.allTests(state)].length;

/** A file that breaks before its first test fails without a failed test; it counts as one. */
const failures = (testModule: TestModule): number =>
  count(testModule, 'failed') || (testModule.state() === 'failed' ? 1 : 0);

/** Ends a run with one line that other programs can read: `12 passed, 0 failed`. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const passed = modules.reduce((sum, testModule) => sum + count(testModule, 'passed'), 0);
    const failed = modules.reduce((sum, testModule) => sum + failures(testModule), unhandledErrors.length);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
