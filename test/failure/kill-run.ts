import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { z } from 'zod';
import { createGraphClient } from '../support/graph-client.ts';
import { createPostgresDatabase } from '../support/postgres-database.ts';
import { answerWith, openReceiver } from '../webhooks/receiver.ts';
import { kill, makeWorkspace, startKillable } from './killable.ts';

export type KillReport = {
  readonly acknowledged: number;
  /** Leads whose creation was acknowledged and that nobody was told of. */
  readonly lost: readonly string[];
  /** Leads whose creation was told under more than one event id. */
  readonly doubled: readonly string[];
  /** Deliveries that came more than once, under one id: what a kill between a post and its record leaves. */
  readonly repeated: number;
};

export type KillPlan = {
  readonly kills: number;
  readonly serverUrl: string | undefined;
  /** Milliseconds from the first acknowledged change of a life to its end. */
  readonly lifeMs: () => number;
};

const clients = 8;

/** Kills the product again and again while leads are created, and compares what was acknowledged with what was delivered. */
export async function runKills({ kills, serverUrl, lifeMs }: KillPlan): Promise<KillReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-kill-'));
  const server = serverUrl ? await createPostgresDatabase(serverUrl) : null;
  await using receiver = await openReceiver(answerWith(200));
  const acknowledged = new Set<string>();
  const start = () => startKillable({ dataDir, ...(server && { databaseUrl: server.url }) });
  let running = await start();
  try {
    const key = await makeWorkspace(running);
    await watchLeads(running.url, key, receiver.url);
    for (let n = 0; n < kills; n += 1) {
      const before = acknowledged.size;
      const load = createLeads(running.url, key, acknowledged);
      for (let waited = 0; waited < 1000 && acknowledged.size === before; waited += 1) await pauseFor(5);
      await pauseFor(lifeMs());
      await kill(running);
      await load;
      running = await start();
    }
    const delivered = () => eventsByLead(receiver.received.map(({ rawBody }) => String(rawBody)));
    for (let waited = 0; waited < 300 && [...acknowledged].some((id) => !delivered().has(id)); waited += 1) {
      await pauseFor(100);
    }
    return report(acknowledged, delivered(), receiver.received.length);
  } finally {
    await kill(running);
    await server?.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function watchLeads(url: string, key: string, hook: string): Promise<void> {
  const mutation = `mutation ($url: String!) {
    createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } }
  }`;
  await createGraphClient(url, key).ask(mutation, { url: hook });
}

/** Creates leads until the product is gone, and notes each one it has acknowledged. */
async function createLeads(url: string, key: string, acknowledged: Set<string>): Promise<void> {
  const client = createGraphClient(url, key);
  type Created = { createLead: { lead: { id: string } } };
  const create = 'mutation { createLead(input: { name: "Ada" }) { lead { id } } }';
  const loop = async (): Promise<void> => {
    for (;;) {
      const made = await client.ask<Created>(create).catch(() => null);
      if (!made) return;
      acknowledged.add(made.createLead.lead.id);
    }
  };
  await Promise.all(Array.from({ length: clients }, loop));
}

const body = z.object({ id: z.string(), data: z.object({ lead: z.object({ id: z.string() }) }) });

function eventsByLead(bodies: readonly string[]): Map<string, Set<string>> {
  const events = new Map<string, Set<string>>();
  for (const text of bodies) {
    const { id, data } = body.parse(JSON.parse(text));
    events.set(data.lead.id, (events.get(data.lead.id) ?? new Set()).add(id));
  }
  return events;
}

function report(
  acknowledged: ReadonlySet<string>,
  delivered: ReadonlyMap<string, Set<string>>,
  received: number,
): KillReport {
  const eventIds = [...delivered.values()].reduce((sum, ids) => sum + ids.size, 0);
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !delivered.has(id)),
    doubled: [...delivered].filter(([, ids]) => ids.size > 1).map(([id]) => id),
    repeated: received - eventIds,
  };
}
