import { randomBytes } from 'node:crypto';
import { webhookBodies } from '../../compat/vendor-apis.ts';
import { createSecretBox } from '../../src/access/secret-box.ts';
import type { Database } from '../../src/db/open/database.ts';
import type { WebhookDelivery, WebhookEndpoint, WebhookAttempt } from '../../src/db/generated/prisma/client.ts';
import { secretContext } from '../../src/domain/webhooks/signing-secret.ts';
import { silentLog } from '../../src/db/open/database.ts';
import type { EventType } from '../../src/events/catalogue.ts';
import { createFormats } from '../../src/webhooks/format/formats.ts';
import { createPoster } from '../../src/webhooks/post/poster.ts';
import { createAddressPolicy } from '../../src/webhooks/post/safe-address.ts';
import { claimDeliveries } from '../../src/webhooks/claim.ts';
import type { DeliveryWorkerOptions } from '../../src/webhooks/worker-options.ts';
import { createDeliveryWorker } from '../../src/webhooks/worker.ts';
import { snapshotOf } from './events.ts';

export const secret = 'whsec_c2VjcmV0IG9mIGEgc3Vic2NyaWJlciwgMzIgYnl0ZXM=';
export const startedAt = new Date('2026-05-04T14:00:00.000Z');

type EndpointTraits = Partial<Pick<WebhookEndpoint, 'format' | 'secret' | 'deletedAt' | 'disabledAt' | 'alsoStandard'>>;
type WithAttempts = WebhookDelivery & { readonly attempts: readonly WebhookAttempt[] };

/** An organisation of its own with what a write leaves behind: endpoints, events and their deliveries. */
export async function openPipeline(database: Database) {
  const orgId = `org_${randomBytes(6).toString('hex')}`;
  const clock = { time: startedAt.getTime(), now: () => new Date(clock.time) };
  const secretBox = createSecretBox(new Uint8Array(32).fill(1));
  const poster = createPoster({
    addresses: createAddressPolicy({ allowedRanges: ['127.0.0.0/8'] }),
    timeoutMs: 10_000,
  });
  const formats = createFormats(webhookBodies);
  const errors: string[] = [];
  const log = { ...silentLog, error: (_: object, message: string) => void errors.push(message) };
  const { prisma } = database;
  let position = 0n;

  const at = startedAt;
  await prisma.organisation.create({ data: { id: orgId, slug: orgId, name: orgId, eventAt: at, createdAt: at } });

  return {
    orgId,
    clock,
    errors,
    secretBox,
    advance: (seconds: number) => {
      clock.time += seconds * 1000;
    },

    async addEndpoint(url: string, more: EndpointTraits = {}): Promise<string> {
      const id = `ep_${randomBytes(6).toString('hex')}`;
      const sealed = secretBox.seal(secret, secretContext(orgId, id));
      await prisma.webhookEndpoint.create({
        data: {
          format: 'QUINCER',
          types: [],
          secret: sealed,
          consumerWorkspace: 'krew',
          createdAt: startedAt,
          updatedAt: startedAt,
          ...more,
          orgId,
          id,
          url,
        },
      });
      return id;
    },

    /** One event and its delivery to each endpoint, due now. */
    async addEvent(endpointIds: readonly string[], type: EventType = 'lead.created'): Promise<string> {
      position += 1n;
      const eventId = `evt_${randomBytes(8).toString('hex')}`;
      const snapshot = JSON.stringify(snapshotOf(type));
      await database.pool.query(
        `insert into events (org_id, position, id, type, version, snapshot, created_at) values ($1, $2, $3, $4, 1, $5, $6)`,
        [orgId, position, eventId, type, snapshot, clock.now()],
      );
      await database.pool.query(
        `insert into webhook_deliveries (org_id, id, endpoint_id, event_id, event_position, state, next_attempt_at, created_at)
         select $1, lpad($2::bigint::text, 12, '0') || e.id, e.id, $3, $2, 'PENDING', $4, $4 from unnest($5::text[]) as e(id)`,
        [orgId, position, eventId, clock.now(), endpointIds],
      );
      return eventId;
    },

    async deliveries(): Promise<WithAttempts[]> {
      const rows = await prisma.webhookDelivery.findMany({ where: { orgId }, orderBy: { id: 'asc' } });
      const attempts = await prisma.webhookAttempt.findMany({ where: { orgId }, orderBy: { number: 'asc' } });
      return rows.map((row) => ({ ...row, attempts: attempts.filter(({ deliveryId }) => deliveryId === row.id) }));
    },

    clearPause: () => prisma.webhookEndpointHealth.updateMany({ where: { orgId }, data: { pausedUntil: null } }),

    health: () => prisma.webhookEndpointHealth.findMany({ where: { orgId } }),

    claim: (limit = 100, perEndpoint = 4) =>
      claimDeliveries(database, { now: clock.now(), limit, perEndpoint, leaseMs: 30_000 }),

    createWorker: (options: Partial<DeliveryWorkerOptions> = {}) => {
      const worker = createDeliveryWorker({ database, poster, formats, secretBox, clock, log, pollMs: 20, ...options });
      return { ...worker, [Symbol.asyncDispose]: () => worker.stop() };
    },

    async [Symbol.asyncDispose](): Promise<void> {
      await poster.close();
      // Other tests of this database claim for all organisations.
      await prisma.webhookDelivery.deleteMany({ where: { orgId } });
    },
  };
}

export type Pipeline = Awaited<ReturnType<typeof openPipeline>>;
