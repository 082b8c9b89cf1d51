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
    .poll(async () => {
      if ((await offer.count()) > 0) await offer.click();
      return page.getByText('Grace').count();
    })
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
});

it('narrows the log to a lead from its profile, to a conversation and to a time, also on a phone in the dark', async () => {
  const own = await app.workspace();
  type Made = { createLead: { lead: { id: string } } };
  const make = async (name: string) =>
    (
      await own.graph.ask<Made>('mutation ($name: String) { createLead(input: { name: $name }) { lead { id } } }', {
        name,
      })
    ).createLead.lead.id;
  const [ada] = [await make('Ada'), await make('Grace')];
  const opening = { url: app.url, key: own.keys.graphql, path: `/leads/${ada}` };
  const { page, complaints, close } = await openSignedIn(browser, opening);
  await page.getByRole('link', { name: 'Its events' }).click();
  await page.waitForURL(`${app.url}/console/events?lead=${ada}`);
  const rows = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.allTextContents()).toEqual([expect.stringContaining('Ada')]);
  // What happens to another lead is no news here; what happens to this one is.
  await own.graph.ask('mutation { createLead(input: { name: "Joan" }) { lead { id } } }');
  await own.graph.ask('mutation ($id: ID!) { updateLead(id: $id, input: { name: "Ada L." }) { lead { id } } }', {
    id: ada,
  });
  await page.getByRole('button', { name: '1 new' }).click();
  await expect
    .poll(() => rows.allTextContents())
    .toEqual([expect.stringContaining('Ada L.'), expect.stringContaining('Ada')]);
  await page.getByLabel('From').fill('2100-01-01T00:00');
  await page.getByLabel('From').press('Enter');
  await page.getByText('No event is like that').waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toContain('T');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => rows.count()).toBe(4);
  await page.getByLabel('In the conversation').fill('cv_x');
  await page.getByLabel('In the conversation').press('Enter');
  await page.getByRole('alert').waitFor();
  expect(complaints).toEqual([]);
  await close();

  const phone = { ...opening, path: `/events?lead=${ada}`, width: 390, colorScheme: 'dark' } as const;
  const small = await openSignedIn(browser, phone);
  await small.page.getByRole('list', { name: 'Events' }).waitFor();
  expect(await small.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(small.page);
  expect(small.complaints).toEqual([]);
  await small.close();
});

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
