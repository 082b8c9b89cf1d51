import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { stripVTControlCharacters } from 'node:util';

type Failure = { readonly name: string; readonly errors: readonly SerializedError[] };

const lineLength = 300;

/** A file or a suite that breaks beside its tests, as in a hook, fails without a failed test; it counts as one. */
function failuresOf(testModule: TestModule): Failure[] {
  const file = testModule.relativeModuleId;
  const tests = [...testModule.children.allTests('failed')].map((test) => ({
    name: `${file} > ${test.fullName}`,
    errors: test.result().errors ?? [],
  }));
  if (tests.length > 0 || testModule.state() !== 'failed') return tests;
  const suites = [...testModule.children.allSuites()].flatMap((suite) => suite.errors());
  return [{ name: file, errors: [...testModule.errors(), ...suites] }];
}

function firstLine({ name, message }: SerializedError): string {
  const [line = ''] = stripVTControlCharacters(message).trim().split('\n');
  return name ? `${name}: ${line}` : line;
}

/** What passed only when it was tried again, with what was wrong the first time. */
function retriesOf(testModule: TestModule): Failure[] {
  return [...testModule.children.allTests('passed')]
    .filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0)
    .map((test) => ({
      name: `${testModule.relativeModuleId} > ${test.fullName}`,
      errors: test.result().errors ?? [],
    }));
}

function toLine(word: string, { name, errors }: Failure): string {
  const [error] = errors;
  return `${word}: ${name}: ${error ? firstLine(error) : 'no error'}`.replaceAll('\n', ' ').slice(0, lineLength);
}

/**
 * Ends a run with lines that other programs can read: one for each failure and for each test that was tried again, with the
 * first line of its error, and as the last `12 passed, 0 failed`.
 */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const passed = modules.reduce((sum, { children }) => sum + [...children.allTests('passed')].length, 0);
    const failures = [
      ...modules.flatMap(failuresOf),
      ...unhandledErrors.map((error) => ({ name: 'outside the tests', errors: [error] })),
    ];
    const lines = [
      ...modules.flatMap(retriesOf).map((retry) => toLine('TRIED AGAIN', retry)),
      ...failures.map((failure) => toLine('FAILED TEST', failure)),
      `${passed} passed, ${failures.length} failed`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}
