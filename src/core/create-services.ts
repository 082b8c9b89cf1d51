import { createTypingChannel } from '../events/typing.ts';
import { createSignupAllowance } from '../domain/workspaces/signup-allowance.ts';
import { toCapabilities } from '../domain/outside/capabilities.ts';
import type { DomainServices } from '../domain/context.ts';
import type { Outside } from '../outside/create-outside.ts';
import type { BetweenNodes } from '../redis/connect-redis.ts';
import type { KeyWatch } from '../server/live/key-watch.ts';
import { retryNow } from '../webhooks/retry-now.ts';
import type { Afterwards } from './afterwards.ts';
import type { CoreOptions } from './core-options.ts';
import type { createAccess } from './create-access.ts';
import type { createDelivery } from './create-delivery.ts';

type Others = Pick<ReturnType<typeof createDelivery>, 'addresses' | 'worker' | 'webhookBody'> &
  Pick<ReturnType<typeof createAccess>, 'visitorUsage'> & {
    readonly keyWatch: KeyWatch;
    readonly afterwards: Afterwards;
    readonly betweenNodes: BetweenNodes | undefined;
    readonly outside: Outside;
  };

/** What the domain's verbs may use besides the database. */
export function createServices(
  options: CoreOptions,
  { addresses, worker, webhookBody, keyWatch, visitorUsage, afterwards, betweenNodes, outside }: Others,
): Omit<DomainServices, 'openAs'> {
  const { database, clock, log, secretBox, publicUrl } = options;
  return {
    clock,
    secretBox,
    publicUrl,
    responder: outside.responder,
    leadReader: outside.leadReader,
    translator: outside.translator ?? options.translator,
    enricher: outside.enricher,
    typing: createTypingChannel(() => clock.now().getTime(), betweenNodes?.typing),
    testProvider: outside.test,
    calendars: outside.calendars,
    mailboxes: outside.mailboxes,
    mailer: outside.mailer,
    writer: outside.writer,
    providers: toCapabilities(Object.keys(outside.states())),
    upgradeUrl: options.sellerUrl ?? `${publicUrl}/pricing`,
    signup: {
      capabilities: [],
      ...options.signup,
      allow: createSignupAllowance(options.signup.perHour, betweenNodes?.openWindows),
    },
    assertDeliverableUrl: addresses.assertDeliverableUrl,
    webhookBody,
    keyRevoked: keyWatch.keyRevoked,
    visitorSeen: visitorUsage.seen,
    afterwards: afterwards.run,
    warn: (error, message) => log.warn({ err: error }, message),
    async fireDelivery(orgId, deliveryId) {
      await retryNow(database, orgId, deliveryId);
      worker.wake();
    },
  };
}
