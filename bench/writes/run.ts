import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/db/open/open.ts';
import { startTestApp } from '../../test/support/app.ts';
import { createPostgresDatabase } from '../../test/support/postgres-database.ts';
import { startLoadGenerator } from '../load.ts';
import { measure, type Measured, type Plan } from '../measure.ts';
import { createPeer } from '../peer.ts';
import { describePlan, table } from '../report.ts';
import { writeCases } from './cases.ts';

const plan: Plan = { clients: 16, rounds: 7, roundMs: 1000, warmUpMs: 2000, requestsPerRound: 1_000_000 };
const workspaces = 8;

/** Prints how many leads a second are made, beside an insert by hand. Every event makes a delivery, which a worker elsewhere posts. */
export async function benchWrites(databaseUrl: string | null): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
  const own = databaseUrl === null ? null : await createPostgresDatabase(databaseUrl);
  const database = await openDatabase({ dataDir, databaseUrl: own?.url });
  const app = await startTestApp({ database, keepAnswers: true, webhooksOf: 'nobody' });
  const peer = createPeer(database.pool).listen(0, '127.0.0.1');
  const load = startLoadGenerator();
  try {
    await once(peer, 'listening');
    const keys = [];
    for (let n = 0; n < workspaces; n += 1) {
      const workspace = await app.workspace(`Benchmark ${n}`);
      const input = { url: 'http://127.0.0.1:9/hook', format: 'STANDARD', types: ['LEAD_CREATED'] };
      await workspace.graph.ask(
        'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
        { input },
      );
      keys.push(workspace.keys);
    }
    const { port } = peer.address() as AddressInfo;
    const measured: Measured[] = [];
    for (const each of writeCases(app.url, `http://127.0.0.1:${port}`, keys)) {
      measured.push(await measure(load, each, plan));
    }
    console.log(`\nWrites on ${own ? 'PostgreSQL' : 'the embedded database'}. ${describePlan(plan)}`);
    console.log(table(measured));
  } finally {
    await load.stop();
    peer.close();
    await app.close();
    await own?.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
