import type { Logger } from 'pino';
import { toFailure } from '../db/driver-errors.ts';
import { DomainError, type DomainErrorCode } from '../errors.ts';
import { limits } from '../limits.ts';

export type Report = (error: unknown, requestId: string) => void;

/**
 * Tells the log of a failure that is ours, or may be ours to mend. What is UNAVAILABLE often is so for many at once: the first of each kind is told, and
 * then how many there were besides.
 */
export function createReport(
  log: Pick<Logger, 'error' | 'warn'>,
  nowMs: () => number = () => performance.now(),
): Report {
  const kinds = new Map<string, { since: number; untold: number }>();

  return (error, requestId) => {
    const failure = toFailure(error);
    if (!(failure instanceof DomainError)) return log.error({ err: error, requestId }, 'A request failed.');
    const { code, message, cause } = failure;
    const kind = kinds.get(message) ?? { since: -Infinity, untold: 0 };
    kinds.set(message, kind);
    kind.untold += 1;
    if (nowMs() - kind.since < limits.unavailableLogMs) return;
    log.warn(
      { code, reason: message, cause: describe(cause), requests: kind.untold, requestId },
      titles[code] ?? 'Refused.',
    );
    kinds.set(message, { since: nowMs(), untold: 0 });
  };
}

const titles: Readonly<Partial<Record<DomainErrorCode, string>>> = { UNAVAILABLE: 'Unavailable.' };

const mostNested = 4;

/** What the driver or the system said, whatever it was wrapped in. */
function describe(cause: unknown, depth = 0): object | undefined {
  if (!(cause instanceof Error) || depth > mostNested) return undefined;
  const code: unknown = Reflect.get(cause, 'code');
  const under = describe(cause.cause, depth + 1);
  return { ...(code !== undefined && { code }), message: cause.message.slice(0, 500), ...(under && { cause: under }) };
}
