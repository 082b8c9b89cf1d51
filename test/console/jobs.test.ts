import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { patiently } from '../support/patiently.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

const clock = createTestClock();
let isBroken = false;
let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => {
  const enrich = async () => {
    if (isBroken) throw new Error('No route.');
    return { status: 'COMPLETE', findings: { companyName: 'Acme' }, source: 'email' } as const;
  };
  [app, browser] = await Promise.all([startTestApp({ clock, enricher: { enrich } }), launchChromium()]);
});
beforeEach(async () => void (workspace = await app.workspace()));
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function schedule(dueAt: string | null): Promise<void> {
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { email: "ada@acme.com" }) { lead { id } } }',
  );
  await workspace.graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
    input: { type: 'ENRICHMENT', title: 'Look up', leadId: createLead.lead.id, dueAt, automated: true },
  });
}

const stateNow = async () =>
  (
    await workspace.graph.ask<{ jobs: { nodes: { state: string; attempts: number }[] } }>(
      '{ jobs { nodes { state attempts } } }',
    )
  ).jobs.nodes[0];

const later = () => new Date(clock.now().getTime() + 60 * 60_000).toISOString();
const path = '/jobs';

it('shows what waits, cancels it, and begins it after all, by keyboard', async () => {
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql });
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.getByText('No job yet').waitFor();
  await expectAccessible(page);
  await schedule(later());
  const row = page.getByRole('list', { name: 'Jobs' }).getByRole('listitem');
  await row.getByText('Waiting').waitFor();
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Cancel Task' }).press('Enter');
  await row.getByText('Cancelled').waitFor();
  expect(await stateNow()).toEqual({ state: 'CANCELLED', attempts: 0 });
  await row.getByRole('button', { name: 'Retry Task' }).press('Enter');
  await row.getByText('Done').waitFor();
  expect([await stateNow(), await row.getByRole('button').count()]).toEqual([{ state: 'SUCCEEDED', attempts: 1 }, 0]);
  await page.getByRole('combobox', { name: 'How far they are' }).selectOption('Failed');
  await page.waitForURL(/state=DEAD/);
  await page.getByText('No job is like that').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('says why one failed and begins it anew; who only reads is offered nothing, on a phone in the dark', async () => {
  isBroken = true;
  await schedule(null);
  for (let attempts = 1; attempts < 5; attempts += 1) {
    await expect.poll(stateNow, patiently).toEqual({ state: 'WAITING', attempts });
    clock.advance(60 * 60 * 1000);
  }
  await expect.poll(stateNow, patiently).toEqual({ state: 'DEAD', attempts: 5 });
  const reader = await workspace.graphAs(['audit:read', 'events:read']);
  const phone = await openSignedIn(browser, { url: app.url, key: reader.key, path, width: 390, colorScheme: 'dark' });
  await phone.page.getByText('The enrichment broke off. Try again later.').waitFor();
  await phone.page.getByText('attempt 5 of 5').waitFor();
  const offered = phone.page.getByRole('main').getByRole('button');
  expect([await offered.count(), await phone.page.evaluate('document.documentElement.scrollWidth')]).toEqual([0, 390]);
  await expectAccessible(phone.page);
  await phone.close();

  isBroken = false;
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path });
  await page.getByRole('button', { name: 'Retry Task' }).click();
  await page.getByRole('list', { name: 'Jobs' }).getByText('Done').waitFor();
  await close();
});
