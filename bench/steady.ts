// What an embedded node holds while it works as on any day: `node bench/steady.ts 15 60`, minutes and operations a second. A list,
// a lead, its notes, a search; leads made and changed, notes and tasks written, visitors who write; a socket hears all of it. Every minute it
// tells what the process holds, and how long operations took.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { inspect } from 'node:util';
import { startProduct } from '../test/failure/product.ts';
import { createGraphClient } from '../test/support/graph-client.ts';
import { makeVisitorToken } from '../test/support/visitor.ts';
import { openListeners } from './fan-out/listeners.ts';
import { machineFacts } from './report.ts';
import { residentMb } from './resident.ts';
import { percentile } from './statistics.ts';

const [minutes = 15, aSecond = 60] = process.argv.slice(2).map(Number);
const followers = 20;

const folder = await mkdtemp(join(tmpdir(), 'tributary-steady-'));
const product = await startProduct({ DATA_DIR: folder, LOG_LEVEL: 'fatal' }, ['--max-semi-space-size=8']);
const graph = createGraphClient(product.url, product.operatorKey ?? '');

const ids: string[] = [];
const visitors = Array.from({ length: 50 }, makeVisitorToken);
let made = 0;

const oneOf = (list: readonly string[]): string => list[Math.floor(Math.random() * list.length)] ?? '';

async function makeLead(): Promise<void> {
  made += 1;
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { name: `Ada ${made}`, email: `ada.${made}@example.com` } },
  );
  ids.push(createLead.lead.id);
}

async function say(): Promise<void> {
  const response = await fetch(`${product.url}/api/chat`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${product.widgetKey}`,
      'visitor-token': oneOf(visitors),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ message: 'Could you tell me whether the booking page also takes payments?' }),
  });
  if (response.status >= 500) throw new Error(await response.text());
  await response.arrayBuffer();
}

const lead = 'id name email phone score tags stage { key } updatedAt';

/** What is asked, each as often as it stands here. */
const work: readonly (() => Promise<unknown>)[] = [
  () => graph.ask(`{ leads(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { ${lead} } } }`),
  () => graph.ask(`{ leads(first: 20) { nodes { ${lead} notes(first: 5) { nodes { id body } } } } }`),
  () => graph.ask(`{ conversations(first: 25) { nodes { id status lastMessageAt messageCount } } }`),
  () => graph.ask(`{ tasks(first: 25) { nodes { id title status dueAt } } }`),
  () =>
    graph.ask(`query ($id: ID!) { lead(id: $id) { ${lead} notes(first: 10) { nodes { id } } } }`, { id: oneOf(ids) }),
  () =>
    graph.ask(`query ($q: String!) { leads(first: 10, filter: { q: $q }) { nodes { ${lead} } } }`, {
      q: `ada ${made}`,
    }),
  makeLead,
  () =>
    graph.ask('mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }', {
      id: oneOf(ids),
      input: { jobTitle: `Engineer ${Math.random()}` },
    }),
  () =>
    graph.ask('mutation ($input: CreateNoteInput!) { createNote(input: $input) { note { id } } }', {
      input: { leadId: oneOf(ids), body: 'Called, and asked for an offer.' },
    }),
  () =>
    graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
      input: { leadId: oneOf(ids), type: 'FOLLOW_UP', title: 'Call back' },
    }),
  say,
  say,
];

try {
  console.log(machineFacts());
  for (let n = 0; n < 50; n += 1) await makeLead();
  const listeners = await openListeners(Number(new URL(product.url).port), followers, [
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${product.operatorKey}` } }),
    JSON.stringify({
      id: 'a',
      type: 'subscribe',
      payload: { query: `subscription { leadEvents { id lead { ${lead} } } }` },
    }),
  ]);
  console.log(
    `${aSecond} operations a second for ${minutes} minutes; ${await residentMb(product.pid)} MB before them.`,
  );
  let refused: string | undefined;
  let underWay = 0;
  let missed = 0;
  for (let minute = 1; minute <= minutes; minute += 1) {
    const durations: number[] = [];
    for (const until = performance.now() + 60_000; performance.now() < until;) {
      const next = performance.now() + 1000 / aSecond;
      const one = work[Math.floor(Math.random() * work.length)];
      if (underWay < 200 && one) {
        underWay += 1;
        const started = performance.now();
        void one()
          .catch((error: unknown) => (refused ??= inspect(error)))
          .finally(() => {
            underWay -= 1;
            durations.push(performance.now() - started);
          });
      } else missed += 1;
      await after(Math.max(0, next - performance.now()));
    }
    console.log(
      `minute ${minute}: ${await residentMb(product.pid)} MB, ${durations.length} operations, p50 ${percentile(durations, 0.5).toFixed(1)} ms, p99 ${percentile(durations, 0.99).toFixed(1)} ms`,
    );
  }
  console.log(
    `${missed} were not asked since 200 were under way; ${refused ? `the first that failed: ${refused}` : 'none failed'}.`,
  );
  await listeners.close();
} finally {
  await product.stop('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}
