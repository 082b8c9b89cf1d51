import { createAliasUsage } from '../access/alias-usage.ts';
import { createAuthenticate } from '../access/authenticate.ts';
import { createAuthenticateVisitor } from '../access/authenticate-visitor.ts';
import { createKeyUsage } from '../access/key-usage.ts';
import type { OpenWindows } from '../access/fixed-windows.ts';
import { createRateLimits } from '../access/rate-limit.ts';
import { createVisitorUsage } from '../access/visitor-usage.ts';
import type { Pulses } from '../pulses.ts';
import type { CoreOptions } from './core-options.ts';

/** Who calls, how often they may, and what of it is written down. */
export function createAccess(options: CoreOptions, pulses: Pulses, openWindows: OpenWindows | undefined) {
  const { database, clock } = options;
  const usageOf = (name: string) => ({
    flushMs: options.usageFlushMs,
    pulse: pulses.watch({
      name: `record the use of ${name}`,
      failing: `The use of ${name} cannot be recorded; meanwhile it is lost.`,
      recovered: `The use of ${name} can be recorded again.`,
      lateAfterMs: null,
    }),
  });
  const usage = createKeyUsage(database.pool, clock, usageOf('keys'));
  const visitorUsage = createVisitorUsage(database.pool, usageOf('visitors’ tokens'));
  return {
    usage,
    visitorUsage,
    authenticateVisitor: createAuthenticateVisitor(database.pool, clock, visitorUsage.seen),
    aliasUsage: createAliasUsage(database.pool, clock, usageOf('older spellings')),
    ...createAuthenticate(database.pool, clock, usage.touch),
    rateLimits: createRateLimits({
      clock,
      policy: options.rateLimitPolicy,
      salt: options.secretBox.derive('addresses'),
      openWindows,
    }),
  };
}
