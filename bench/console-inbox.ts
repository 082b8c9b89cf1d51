// What an operator waits for in the inbox of 10,000 conversations at 200 messages a minute, in Chromium: from a key or a click to the
// next paint; and what the page holds of memory over as many messages as an hour has, or as come within a minute and a half.
// `node bench/console-inbox.ts`, on PostgreSQL at DATABASE_URL; under three minutes. Build the console before: npm run console:build.
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import type { CDPSession, Page } from 'playwright-core';
import { loadConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/open/open.ts';
import { toGlobalId } from '../src/ids.ts';
import { openSignedIn } from '../test/console/browser-page.ts';
import { startTestApp } from '../test/support/app.ts';
import { startChromium } from '../test/support/browser.ts';
import { createPostgresDatabase } from '../test/support/postgres-database.ts';
import type { TestWorkspace } from '../test/support/workspace.ts';
import { seedBoards } from './million/board-seed.ts';
import { makePlaces, seedInbox } from './million/inbox-seed.ts';
import { makeSeedIds } from './million/seed-ids.ts';

const conversations = 10_000;
const leads = 1000;
const perMinute = 200;
const watchedMs = 45_000;
const ofAnHour = perMinute * 60;
const quarterMs = 22_000;
const writers = 8;

type Row = { readonly id: string; readonly widget_id: string };

/** A visitor's message in a conversation; how many are said: where no person holds it the AI mostly answers. */
async function say({ graph }: TestWorkspace, row: Row | undefined): Promise<1 | 2> {
  if (!row) throw new Error('No conversation is open.');
  const { sendVisitorMessage } = await graph.ask<{ sendVisitorMessage: { reply: object | null } }>(
    'mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $widgetId, input: $input) { reply { id } } }',
    {
      widgetId: toGlobalId('Widget', row.widget_id),
      input: { conversationId: toGlobalId('Conversation', row.id), message: 'How much is the booking page, and when?' },
    },
  );
  return sendVisitorMessage.reply === null ? 1 : 2;
}

/**
 * Has as many messages said as are due by now, until an instant: by several at once, so that nobody's wait for an answer makes them
 * fewer.
 */
async function talk(workspace: TestWorkspace, open: readonly Row[], untilMs: number): Promise<void> {
  const began = performance.now();
  let [asked, said] = [0, 0];
  const due = () => ((performance.now() - began) / 60_000) * perMinute;
  async function write(): Promise<void> {
    while (performance.now() < untilMs) {
      if (said >= due()) {
        await after(20);
        continue;
      }
      asked += 1;
      // Counted as two until it is answered: the other writers go by it.
      said += 2;
      const answered = await say(workspace, oftenShown(open, asked));
      said += answered - 2;
    }
  }
  await Promise.all(Array.from({ length: writers }, write));
}

/** Of three times twice one of the newest, which are shown; else any that is open. */
const oftenShown = (open: readonly Row[], count: number): Row | undefined =>
  count % 3 === 0 ? open[(count * 7919) % open.length] : open[count % 40];

/** Goes through the inbox as somebody who works in it, one thing a quarter of a second; how often. */
async function work(page: Page, untilMs: number): Promise<number> {
  const steps = [
    () => page.keyboard.press('j'),
    () => page.keyboard.press('j'),
    () => page.getByRole('searchbox', { name: 'Search messages' }).pressSequentially('b', { delay: 0 }),
    () => page.getByRole('searchbox', { name: 'Search messages' }).press('Backspace'),
    () => page.keyboard.press('Escape'),
    () => page.getByRole('log', { name: 'Messages' }).click({ position: { x: 4, y: 4 } }),
    () => page.keyboard.press('k'),
  ];
  let done = 0;
  for (; performance.now() < untilMs; done += 1) {
    await steps[done % steps.length]?.();
    await page.waitForTimeout(250);
  }
  return done;
}

/** Records what the browser says of each interaction that took a frame or more; it rounds to 8 ms. */
const record = () =>
  `window.took = new Map(); new PerformanceObserver((list) => { for (const { interactionId, duration } of list.getEntries())
    if (interactionId) took.set(interactionId, Math.max(took.get(interactionId) ?? 0, duration)); }).observe({ type: 'event', durationThreshold: 16, buffered: false })`;

async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1024 / 1024;
}

const { databaseUrl } = loadConfig();
if (databaseUrl === null) throw new Error('Set DATABASE_URL to a PostgreSQL server on which databases may be made.');
const own = await createPostgresDatabase(databaseUrl);
const app = await startTestApp({ database: await openDatabase({ dataDir: '', databaseUrl: own.url }) });
const browser = await startChromium();
try {
  const workspace = await app.workspace('Inbox');
  const client = new pg.Client(own.url);
  // Its end is the database's where seeding fails.
  client.on('error', () => undefined);
  await client.connect();
  const places = await makePlaces(workspace, conversations);
  await makeSeedIds(client);
  await seedBoards(client, [{ orgId: workspace.orgId, businessId: places.businessIds[0], leads }]);
  await seedInbox(client, [{ places, leads }]);
  const { rows } = await client.query<Row>(
    `select id, widget_id from conversations where org_id = $1 and status <> 'CLOSED' order by last_message_at desc`,
    [workspace.orgId],
  );
  /** All messages of before now, by the log. */
  const countSaid = async (): Promise<number> => {
    const counted = await client.query<{ count: number }>(
      `select count(*)::int as count from events where org_id = $1 and type in ('conversation.message_received', 'conversation.message_sent')`,
      [workspace.orgId],
    );
    return counted.rows[0]?.count ?? 0;
  };
  const { page } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: '/inbox' });
  await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
  await page.keyboard.press('j');
  await page.getByRole('log', { name: 'Messages' }).waitFor();

  await page.evaluate(record());
  const until = performance.now() + watchedMs;
  const [interactions] = await Promise.all([work(page, until), talk(workspace, rows, until)]);
  const said = await countSaid();
  const took = await page.evaluate<number[]>('[...took.values()]');
  const times = [...took, ...Array.from({ length: Math.max(0, interactions - took.length) }, () => 16)].toSorted(
    (one, other) => one - other,
  );
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0;
  console.log(
    `${conversations.toLocaleString('en')} conversations, ${((said / watchedMs) * 60_000).toFixed(0)} messages a minute, ${times.length} interactions: to the next paint ${at(0.5)} ms (half), ${at(0.95)} ms (p95), ${at(1)} ms (all)`,
  );

  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  const heaps = [await heapMb(cdp)];
  // Each writer goes through conversations of its own, so that none waits for another.
  const shares = Array.from({ length: writers }, (_, writer) => ({
    open: rows.filter((_row, place) => place % writers === writer),
    next: 0,
  }));
  const began = performance.now();
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    const end = performance.now() + quarterMs;
    let left = ofAnHour / 4;
    await Promise.all(
      shares.map(async (share) => {
        while (left > 0 && performance.now() < end) {
          left -= 2;
          await say(workspace, share.open[share.next % share.open.length]);
          share.next += 1;
        }
      }),
    );
    heaps.push(await heapMb(cdp));
  }
  const seconds = (performance.now() - began) / 1000;
  const all = (await countSaid()) - said;
  await client.end();
  console.log(
    `${all.toLocaleString('en')} messages, ${((all / ofAnHour) * 100).toFixed(0)}% of an hour's, in ${seconds.toFixed(0)} s: the page holds ${heaps.map((mb) => mb.toFixed(1)).join(', ')} MB before and after each quarter`,
  );
} finally {
  await browser.close();
  await app.close();
  await own.drop();
}
