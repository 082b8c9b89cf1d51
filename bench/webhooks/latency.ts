import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Database } from '../../src/db/open/database.ts';
import { createLead } from '../../src/domain/leads/create-lead.ts';
import { founder } from '../../src/domain/workspaces/provision-workspace.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { Receiver } from './receiver-process.ts';

export type LatencyPlan = { readonly perSecond: number; readonly seconds: number };

/** Milliseconds from the commit of an event to the first byte of its delivery, sorted, with writes at a steady rate; and the rate. */
export async function measureLatency(database: Database, receiver: Receiver, plan: LatencyPlan) {
  const app = await startTestApp({ database });
  const { orgId, graph } = await app.workspace('Latency');
  const register =
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD }) { __typename } }';
  await graph.ask(register, { url: `${receiver.url}/latency` });
  await receiver.forget();

  const actor = {
    ...founder({ orgId, apiKeyId: 'benchmark' }, 'UNLIMITED', 'benchmark'),
    scopes: new Set(['leads:write'] as const),
  };
  const committedAt = new Map<string, number>();
  const startedAt = performance.now();
  const writes: Promise<void>[] = [];
  const create = async () => {
    // A machine that cannot keep up refuses writes; those have no commit to count from.
    const made = await createLead(app.app.services.openAs(actor), { name: 'Ada' }).catch(() => null);
    if (made) committedAt.set(made.lead.id, performance.timeOrigin + performance.now());
  };
  for (let n = 0; n < plan.perSecond * plan.seconds; n += 1) {
    await pauseFor(Math.max(0, startedAt + (n * 1000) / plan.perSecond - performance.now()));
    writes.push(create());
  }
  await Promise.all(writes);
  const perSecond = committedAt.size / ((performance.now() - startedAt) / 1000);
  while ((await receiver.count()) < committedAt.size) await pauseFor(50);
  const arrivals = await receiver.arrivals();
  const events = await database.prisma.event.findMany({ where: { orgId }, select: { id: true, leadId: true } });
  await app.app.close();
  const latencies = events
    .map(({ id, leadId }) => Math.max(0, (arrivals.get(id) ?? Infinity) - (committedAt.get(leadId ?? '') ?? 0)))
    .toSorted((a, b) => a - b);
  return { latencies, perSecond };
}
