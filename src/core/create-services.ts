import { createFindConnections } from '../db/read/lead-connections.ts';
import { createFeedbackInbox } from '../db/read/feedback-inbox.ts';
import { createReadPipelineFigures } from '../db/read/pipeline-figures.ts';
import { createFindStalledLeads } from '../db/read/stalled-leads.ts';
import { createSignupAllowance } from '../domain/workspaces/signup-allowance.ts';
import type { DomainServices } from '../domain/context.ts';
import type { SessionWatch } from '../server/live/session-watch.ts';
import { retryNow } from '../webhooks/retry-now.ts';
import type { CoreOptions } from './core-options.ts';
import type { createDelivery } from './create-delivery.ts';

/** What the domain's verbs may use besides the database. */
export function createServices(
  options: CoreOptions,
  { addresses, worker }: Pick<ReturnType<typeof createDelivery>, 'addresses' | 'worker'>,
  sessions: SessionWatch,
): Omit<DomainServices, 'openAs'> {
  const { database, clock, log, secretBox, publicUrl, responder, translator, enricher } = options;
  return {
    clock,
    secretBox,
    publicUrl,
    responder,
    translator,
    enricher,
    upgradeUrl: options.sellerUrl ?? `${publicUrl}/pricing`,
    signup: { ...options.signup, allow: createSignupAllowance(options.signup.perHour) },
    feedbackInbox: createFeedbackInbox(database.prisma),
    findConnections: createFindConnections(database.pool),
    findStalledLeads: createFindStalledLeads(database.pool),
    readPipelineFigures: createReadPipelineFigures(database.pool),
    assertDeliverableUrl: addresses.assertDeliverableUrl,
    keyRevoked: sessions.keyRevoked,
    warn: (error, message) => log.warn({ err: error }, message),
    async fireDelivery(orgId, deliveryId) {
      await retryNow(database, orgId, deliveryId);
      worker.wake();
    },
  };
}
