import type { WebhookFormat } from '../../db/generated/prisma/enums.ts';
import { formatRules } from '../../vendors/format-rules.ts';

const minGapMs = 60_000;

/**
 * When the schedule tries again after a failed attempt; null when it was the last.
 * @param attemptNumber the failed attempt, 1 for the first fire.
 */
export function nextAttemptAt(format: WebhookFormat, firstFiredAt: Date, attemptNumber: number): Date | null {
  const seconds = formatRules[format].retrySeconds[attemptNumber];
  return seconds === undefined ? null : new Date(firstFiredAt.getTime() + seconds * 1000);
}

/** As scheduled; but where we were down meanwhile and are late, the attempts left are not burnt all at once. */
export function retryAt(format: WebhookFormat, firstFiredAt: Date, failed: { number: number; at: Date }): Date | null {
  const scheduled = nextAttemptAt(format, firstFiredAt, failed.number);
  return scheduled && new Date(Math.max(scheduled.getTime(), failed.at.getTime() + minGapMs));
}
