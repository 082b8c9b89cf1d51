import { expect, test } from 'vitest';
import { nextAttemptAt, retryAt } from '../../../src/webhooks/format/schedule.ts';

const firstFiredAt = new Date('2026-05-04T14:00:00.250Z');
const seconds = (date: Date | null) => date && (date.getTime() - firstFiredAt.getTime()) / 1000;

test.each(['QUINCER', 'AI93', 'STANDARD'] as const)(
  '%s retries 1 min, 5 min, 30 min and 2 h after the first fire',
  (format) => {
    const after = [1, 2, 3, 4, 5].map((attempt) => seconds(nextAttemptAt(format, firstFiredAt, attempt)));
    expect(after).toEqual([60, 300, 1800, 7200, null]);
  },
);

test('a late attempt leaves a minute before the next one', () => {
  const at = new Date(firstFiredAt.getTime() + 10_000_000);
  expect(seconds(retryAt('AI93', firstFiredAt, { number: 2, at }))).toBe(10_060);
  expect(retryAt('AI93', firstFiredAt, { number: 5, at })).toBeNull();
});
