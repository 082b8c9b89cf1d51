import { randomBytes } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { ai93WebhookBody } from '../compat/ai93/webhook.ts';
import { quincerWebhookBody } from '../compat/quincer/webhook.ts';
import { createSecretBox } from '../src/access/secret-box.ts';
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/db/database.ts';
import { mintSigningSecret, secretContext } from '../src/domain/webhooks/signing-secret.ts';
import { createFormats } from '../src/webhooks/formats.ts';
import { createPoster } from '../src/webhooks/poster.ts';
import { createAddressPolicy } from '../src/webhooks/safe-address.ts';
import { createDeliveryWorker } from '../src/webhooks/worker.ts';
import { eventOf } from '../test/webhooks/events.ts';
import type { Receiver } from './receiver-process.ts';

const secretBox = createSecretBox(new Uint8Array(32).fill(1));
export const formats = createFormats({ quincer: quincerWebhookBody, ai93: ai93WebhookBody });

export type ThroughputPlan = { readonly endpoints: number; readonly deliveries: number; readonly concurrency: number };

/** Deliveries a second: the worker on a full queue, and a plain loop of the same posts made ready beforehand. */
export async function measureThroughput(database: Database, receiver: Receiver, plan: ThroughputPlan) {
  const urls = Array.from({ length: plan.endpoints }, (_, index) => `${receiver.url}/hook/${index}`);
  await runPlainLoop(urls, { ...plan, deliveries: 500 });
  const before = await runPlainLoop(urls, plan);
  const product = await runWorker(database, receiver, await seedQueue(database, urls, plan.deliveries), plan);
  const after = await runPlainLoop(urls, plan);
  return { product, plain: (before + after) / 2 };
}

/** As one would write it by hand: keep-alive connections, so many posts at once, nothing remembered of them. */
export async function runPlainLoop(
  urls: readonly string[],
  { deliveries, concurrency }: ThroughputPlan,
): Promise<number> {
  const agent = new Agent({ connections: concurrency });
  const event = eventOf('lead.created');
  const body = formats.STANDARD.body(event, { consumerWorkspace: 'krew' }) ?? '';
  const secrets: [string] = [mintSigningSecret()];
  const signing = { eventId: event.id, type: event.type, body, at: new Date(), attempt: 1, secrets };
  const headers = { 'Content-Type': 'application/json', ...formats.STANDARD.headers(signing) };
  let next = 0;
  const startedAt = performance.now();
  const loop = async () => {
    while (next < deliveries) {
      const url = urls[(next += 1) % urls.length] ?? '';
      const answer = await request(url, { method: 'POST', headers, body, dispatcher: agent });
      await answer.body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
  const rate = deliveries / ((performance.now() - startedAt) / 1000);
  await agent.close();
  return rate;
}

export async function runWorker(database: Database, receiver: Receiver, orgId: string, plan: ThroughputPlan) {
  await receiver.forget();
  const poster = createPoster({ addresses: createAddressPolicy({ allowedRanges: ['127.0.0.0/8'] }) });
  const log = { error: (details: object, message: string) => console.error(message, details) };
  const worker = createDeliveryWorker({ database, poster, formats, secretBox, clock: systemClock, log });
  const startedAt = performance.now();
  worker.start();
  // Until they are recorded, not only sent.
  for (let left = true; left;) {
    await pauseFor(20);
    if ((await receiver.count()) < plan.deliveries) continue;
    const sql =
      'select exists (select from webhook_deliveries where org_id = $1 and next_attempt_at is not null) as left';
    left = (await database.pool.query<{ left: boolean }>(sql, [orgId])).rows[0]?.left ?? false;
  }
  const rate = plan.deliveries / ((performance.now() - startedAt) / 1000);
  await worker.stop();
  await poster.close();
  const received = await receiver.count();
  if (received !== plan.deliveries) throw new Error(`${received} of ${plan.deliveries} deliveries arrived.`);
  return rate;
}

/** An organisation whose every delivery is due; each event goes to all endpoints. */
export async function seedQueue(database: Database, urls: readonly string[], deliveries: number): Promise<string> {
  const orgId = `org_${randomBytes(6).toString('hex')}`;
  const at = new Date();
  const { prisma, pool } = database;
  await prisma.organisation.create({ data: { id: orgId, slug: orgId, name: orgId, eventAt: at, createdAt: at } });
  await prisma.webhookEndpoint.createMany({
    data: urls.map((url, index) => {
      const id = `${orgId}_${index}`;
      const secret = secretBox.seal(mintSigningSecret(), secretContext(orgId, id));
      const times = { createdAt: at, updatedAt: at };
      return { format: 'STANDARD' as const, types: [], consumerWorkspace: 'krew', ...times, orgId, id, url, secret };
    }),
  });
  const events = Math.ceil(deliveries / urls.length);
  const snapshot = JSON.stringify(eventOf('lead.created').snapshot);
  await pool.query(
    `insert into events (org_id, position, id, type, version, snapshot, created_at)
     select $1, n, 'evt_' || lpad(to_hex(n), 16, '0'), 'lead.created', 1, $2::jsonb, $3 from generate_series(1, $4::int) n`,
    [orgId, snapshot, at, events],
  );
  await pool.query(
    `insert into webhook_deliveries (org_id, id, endpoint_id, event_id, event_position, state, next_attempt_at, created_at)
     select e.org_id, lpad(e.position::text, 12, '0') || w.id, w.id, e.id, e.position, 'PENDING', e.created_at, e.created_at
       from events e join webhook_endpoints w on w.org_id = e.org_id where e.org_id = $1
      order by e.position limit $2`,
    [orgId, deliveries],
  );
  await pool.query('analyze');
  return orgId;
}
