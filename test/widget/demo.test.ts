import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFirstWorkspace } from '../../src/domain/workspaces/create-first-workspace.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { visit } from './chat-page.ts';
import { greeting } from './stage.ts';

let app: TestApp;
let owner: GraphClient;
let widgetId: string;
let key: string;
let statusBefore: number;
beforeAll(async () => {
  app = await startTestApp();
  await app.workspace('Of somebody who signed up');
  statusBefore = (await demo()).status;
  const first = await createFirstWorkspace(app.app.services);
  owner = createGraphClient(app.url, first?.keys.graphql ?? '');
  [widgetId, key] = [`wdg_${first?.widgetId}`, first?.keys.widget ?? ''];
});
afterAll(() => app.close());

async function demo() {
  const answer = await fetch(`${app.url}/demo`);
  return { status: answer.status, policy: answer.headers.get('content-security-policy'), text: await answer.text() };
}

it('shows the chat of the workspace that was made at first start, under a policy that allows nothing else', async () => {
  const { status, policy, text } = await demo();
  expect([statusBefore, status, policy]).toEqual([404, 200, expect.stringContaining("script-src 'self';")]);
  expect(text).toContain(`<script src="/widget.js" data-key="${key}" async></script>`);
  expect(text).toContain('href="/console/inbox"');
  const chromium = await openBrowser();
  const { chat, complaints } = await visit(await chromium.person(), `${app.url}/demo`);
  await chat.open();
  await chat.say('Is this thing on?');
  await chat.shows(['> Is this thing on?', greeting]);
  expect(complaints).toEqual([]);
  await chromium.close();
});

it('keeps nothing of the key but its hash', async () => {
  const { rows } = await app.database.pool.query<{ text: string }>(
    `select string_agg(row_to_json(k)::text || row_to_json(w)::text, '') as text from api_keys k, widgets w`,
  );
  expect(rows[0]?.text).toContain(key.slice(0, 12));
  expect(rows[0]?.text).not.toContain(key);
});

it('says what to do where the widget is for other pages, and once it is deleted', async () => {
  const origins =
    'mutation ($id: ID!) { updateWidget(id: $id, input: { allowedOrigins: ["https://shop.example"] }) { widget { id } } }';
  await owner.ask(origins, { id: widgetId });
  const barred = await demo();
  expect([barred.status, barred.text.includes('<script')]).toEqual([200, false]);
  expect(barred.text).toContain('<code>http://tributary.test</code>');
  await owner.ask('mutation ($id: ID!) { deleteWidget(id: $id) { widget { id } } }', { id: widgetId });
  const gone = await demo();
  expect([gone.status, gone.text.includes('<script')]).toEqual([404, false]);
  expect(gone.text).toContain('<a href="/console/widgets">Make a widget in the console</a>');
});

it('is no page to a program that asks for JSON', async () => {
  const answer = await fetch(`${app.url}/demo`, { headers: { accept: 'application/json' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    404,
    expect.stringMatching(/^application\/json/),
  ]);
});
