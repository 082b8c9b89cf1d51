import { pino } from 'pino';
import { createSecretBox } from '../../src/access/secret-box.ts';
import { defaultRateLimitPolicy, type RateLimitPolicy } from '../../src/access/rate-limit.ts';
import { type App, type AppOptions, createApp } from '../../src/app.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import type { Database } from '../../src/db/open/database.ts';
import { mapValues } from '../../src/map-values.ts';
import { bind } from '../../src/server/process/bind.ts';
import { createRuleBasedResponder } from '../../src/domain/conversations/responder/rule-based-responder.ts';
import { noTranslator } from '../../src/domain/conversations/translator.ts';
import { createBuiltInEnricher } from '../../src/domain/leads/enrichment/built-in-enricher.ts';
import { openTestDatabase } from './database.ts';
import { createWorkspace, type TestWorkspace } from './workspace.ts';

export type TestApp = {
  readonly app: App;
  readonly database: Database;
  /** Such as http://127.0.0.1:40123, without a slash at its end. */
  readonly url: string;
  readonly wsUrl: string;
  /** A further tenant, with keys of every kind. */
  workspace(name?: string): Promise<TestWorkspace>;
  close(): Promise<void>;
};

export type TestAppOptions = Partial<Omit<AppOptions, 'database' | 'rateLimitPolicy' | 'server'>> & {
  readonly database?: Database;
  /** Absent: nothing is limited, so that a test may ask as often as it likes. */
  readonly rateLimitPolicy?: RateLimitPolicy;
};

const unlimitedPolicy: RateLimitPolicy = {
  keys: mapValues(defaultRateLimitPolicy.keys, () => ({ read: 1_000_000, write: 1_000_000 })),
  addresses: { chat: 1_000_000, chatReads: 1_000_000, signup: 1_000_000, session: 1_000_000, hooks: 1_000_000 },
};

/** The whole product on a free port and a database of its own. Close it in `afterAll`. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { database = await openTestDatabase(), clock = systemClock, ...rest } = options;
  const { server, port } = await bind(0, '127.0.0.1');
  const app = createApp({
    server,
    database,
    clock,
    log: pino({ level: 'silent' }),
    secretBox: createSecretBox(new Uint8Array(32).fill(7)),
    publicUrl: 'http://tributary.test',
    sellerUrl: null,
    signup: { open: true, tier: 'FREE', perHour: 1_000_000 },
    responder: createRuleBasedResponder(),
    translator: noTranslator,
    enricher: createBuiltInEnricher(),
    rateLimitPolicy: unlimitedPolicy,
    eventRetentionDays: 30,
    // Tests change rows past `write()`, which moves no revision: those of kept answers ask for them.
    keepAnswers: false,
    webhookAllowedRanges: ['127.0.0.0/8', '::1/128'],
    ...rest,
  });
  app.start();
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    database,
    url,
    wsUrl: `ws://127.0.0.1:${port}/graphql`,
    workspace: (name) => createWorkspace(app.services, url, name),
    async close() {
      await app.close();
      await database.close();
    },
  };
}

/** A clock that stands still until it is told to move. */
export function createTestClock(start = new Date('2026-05-04T13:22:01.000Z')): Clock & { advance(ms: number): void } {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    advance(ms) {
      now += ms;
    },
  };
}
