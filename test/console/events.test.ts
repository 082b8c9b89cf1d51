import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import { launchChromium } from '../support/browser.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchChromium()]);
  workspace = await app.workspace();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const createLead = (name: string) =>
  workspace.graph.ask('mutation ($name: String) { createLead(input: { name: $name }) { lead { id } } }', { name });

it('offers what happens meanwhile, and leads from an event to its deliveries and to who did it', async () => {
  await using receiver = await openReceiver();
  await workspace.graph.ask(
    'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }',
    { input: { url: receiver.url, format: 'STANDARD', types: ['LEAD_CREATED'] } },
  );
  const key = workspace.keys.graphql;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/events' });
  await page.getByText('Nothing happened yet').waitFor();
  await createLead('Ada');
  await createLead('Grace');
  const offer = page.getByRole('button', { name: /^\d+ new$/ });
  await expect
    .poll(
      async () => {
        if ((await offer.count()) > 0) await offer.click();
        return page.getByText('Grace').count();
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'lead.created' }).last().click();
  await page.getByRole('heading', { name: 'lead.created' }).waitFor();
  await page.getByText('Delivered').waitFor();
  await page.getByText('lead.created', { exact: true }).nth(1).waitFor();
  await page.getByText('As it was then').click();
  await page.getByRole('region', { name: 'Snapshot' }).getByText('"name": "Ada"').waitFor();
  expect(await page.getByRole('button', { name: /^Copy (?!evt_|Snapshot)/ }).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: receiver.url }).click();
  await page.getByText('The receiver took it with 200.').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

it('an event of another workspace is none', async () => {
  const other = await app.workspace();
  await other.graph.ask('mutation { createLead(input: { name: "Edsger" }) { lead { id } } }');
  type Events = { events: { nodes: { id: string }[] } };
  const { events } = await other.graph.ask<Events>('{ events(first: 1) { nodes { id } } }');
  const query = 'query ($id: ID!) { event(id: $id) { id } }';
  const [event] = events.nodes;
  expect(await other.graph.ask(query, { id: event?.id })).toEqual({ event });
  expect(await workspace.graph.ask(query, { id: event?.id })).toEqual({ event: null });
});
