import { pino } from 'pino';
import { rateLimitPolicy } from '../../access/rate-limit.ts';
import type { SecretBox } from '../../access/secret-box.ts';
import { createCore } from '../../core/create-core.ts';
import type { Database } from '../../db/open/database.ts';
import { createRuleBasedResponder } from '../../domain/conversations/responder/rule-based-responder.ts';
import type { Responder } from '../../domain/conversations/responder/responder.ts';
import { noTranslator } from '../../domain/conversations/translator.ts';
import { createBuiltInEnricher } from '../../domain/leads/enrichment/built-in-enricher.ts';
import type { StoryClock } from './stage/story-clock.ts';

type Options = {
  readonly database: Database;
  readonly secretBox: SecretBox;
  readonly publicUrl: string;
  readonly clock: StoryClock;
  readonly orgId: string;
};

const loopback = '127.0.0.1';

/**
 * The product without its surfaces, at the time of the story. Everything outside is off: no model, no translator, and every host
 * is this machine. Nothing is done in the background, and of all deliveries only the demo's own are made.
 */
export function openStoryCore({ database, secretBox, publicUrl, clock, orgId }: Options) {
  const core = createCore({
    database,
    secretBox,
    publicUrl,
    clock,
    webhooksOf: orgId,
    log: pino({ level: 'error', base: null }, pino.destination(2)),
    sellerUrl: null,
    signup: { open: false, tier: 'FREE', perHour: 1 },
    responder: slowly(createRuleBasedResponder(), clock),
    translator: noTranslator,
    enricher: createBuiltInEnricher(),
    rateLimitPolicy: rateLimitPolicy(1),
    eventRetentionDays: 30,
    webhookAllowedRanges: [`${loopback}/32`],
    resolveHost: () => Promise.resolve([loopback]),
  });
  return {
    core,
    async close() {
      core.keyWatch.close();
      core.origins.close();
      core.tails.close();
      await core.worker.stop();
      await Promise.all([core.poster.close(), core.outside.close()]);
      await Promise.all([core.usage.flush(), core.aliasUsage.flush(), core.visitorUsage.flush()]);
    },
  };
}

const answerMs = 1200;

/** In the story an answer takes a moment, so that it does not stand at the time of its question. */
const slowly = (responder: Responder, clock: StoryClock): Responder => ({
  respond(input) {
    clock.moveTo(clock.now().getTime() + answerMs);
    return responder.respond(input);
  },
});
