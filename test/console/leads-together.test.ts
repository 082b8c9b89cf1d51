import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toGlobalId } from '../../src/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { seedLeads } from '../support/seed-leads.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => void (workspace = await app.workspace()));

async function makeLead(input: object): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(create, { input });
  return createLead.lead.id;
}

const change = (id: string, input: object) =>
  workspace.graph.ask(
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
    { id, input },
  );

async function read(id: string) {
  const { lead } = await workspace.graph.ask<{
    lead: { status: string; tags: string[]; stage: { key: string } };
  }>('query ($id: ID!) { lead(id: $id) { status tags stage { key } } }', { id });
  return { ...lead, stage: lead.stage.key };
}

const open = (path: string) => openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path });
const cardIn = (page: Page, column: string) =>
  page.getByRole('region', { name: new RegExp(`^${column} `) }).getByRole('link', { name: 'Mover' });

/** What this page sends by this operation waits until `first` is done. */
const holdUntil = (page: Page, operation: string, first: () => Promise<unknown>) =>
  page.route('**/graphql', async (route) => {
    if ((route.request().postData() ?? '').includes(`mutation ${operation}`)) await first();
    return route.continue();
  });

it('who moves a lead second is told, and sees it where the first one put it', async () => {
  const id = await makeLead({ name: 'Mover' });
  const { page, close } = await open('/leads?view=board');
  await cardIn(page, 'New').focus();
  await holdUntil(page, 'MoveLead', () => change(id, { stage: 'proposal' }));
  await page.keyboard.press('ArrowRight');
  await page.getByText('The lead was changed meanwhile: its stage is Proposal.').waitFor();
  await cardIn(page, 'Proposal').waitFor();
  expect([await cardIn(page, 'Contacted').count(), (await read(id)).stage]).toEqual([0, 'proposal']);
  await close();
});

it('two moves by one hand in one breath both count, one after the other', async () => {
  const id = await makeLead({ name: 'Mover' });
  const { page, close } = await open('/leads?view=board');
  const pressed = Promise.withResolvers<void>();
  let [under, most] = [0, 0];
  await page.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes('mutation MoveLead')) return route.continue();
    under += 1;
    most = Math.max(most, under);
    await pressed.promise;
    const response = await route.fetch();
    under -= 1;
    return route.fulfill({ response });
  });
  await cardIn(page, 'New').focus();
  await page.keyboard.press('ArrowRight');
  await cardIn(page, 'Contacted').focus();
  await page.keyboard.press('ArrowRight');
  await cardIn(page, 'Qualified').waitFor();
  pressed.resolve();
  await expect.poll(async () => (await read(id)).stage).toBe('qualified');
  expect([most, await page.getByText('meanwhile').count()]).toEqual([1, 0]);
  await close();
});

it('what somebody moves right after one’s own move is seen at once', async () => {
  const id = await makeLead({ name: 'Mover' });
  const { page, close } = await open('/leads?view=board');
  await cardIn(page, 'New').focus();
  // Time stands still, so that nothing is over by itself which is shown for some time only.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await read(id)).stage).toBe('contacted');
  await page.clock.runFor(500);
  await change(id, { stage: 'proposal' });
  await page.clock.runFor(500);
  await cardIn(page, 'Proposal').waitFor();
  expect(await cardIn(page, 'Contacted').count()).toBe(0);
  await close();
});

it('undoes what is still as many at once were left, and tells of the others', async () => {
  const ids = await Promise.all(['One', 'Two', 'Three'].map((name) => makeLead({ name })));
  const { page, close } = await open('/leads');
  await page.getByRole('checkbox', { name: 'Choose all' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Stage' }).click();
  await page.getByRole('menuitem', { name: 'Won' }).click();
  await page.getByText('3 leads changed').waitFor();
  const [first = ''] = ids;
  await change(first, { stage: 'proposal' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('1 lead was changed meanwhile, and stays as it is').waitFor();
  const after = await Promise.all(ids.map(read));
  expect(after.map(({ stage }) => stage)).toEqual(['proposal', 'new', 'new']);
  expect(after.slice(1).map(({ status }) => status)).toEqual(['NEW', 'NEW']);
  await close();
});

it('tags that somebody changed while others were added stay, and are told of', async () => {
  const ids = await Promise.all(['One', 'Two'].map((name) => makeLead({ name, tags: ['old'] })));
  const { page, close } = await open('/leads');
  await page.getByRole('checkbox', { name: 'Choose all' }).click();
  const [first = ''] = ids;
  await holdUntil(page, 'ChangeLeads', () => change(first, { tags: ['theirs'] }));
  await page.getByRole('toolbar').getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('textbox', { name: 'Tags' }).fill('mine');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('1 lead was changed meanwhile, and stays as it is').waitFor();
  expect((await Promise.all(ids.map(read))).map(({ tags }) => tags)).toEqual([['theirs'], ['old', 'mine']]);
  await close();
});

it('takes back with a stage the status that came with it, on the board and in the profile', async () => {
  const id = await makeLead({ name: 'Mover' });
  await change(id, { stage: 'proposal', status: 'CONTACTED' });
  const { page, close } = await open('/leads?view=board');
  const states = async () => {
    const { stage, status } = await read(id);
    return [stage, status];
  };
  const before = await states();
  await cardIn(page, 'Proposal').focus();
  await page.keyboard.press('ArrowRight');
  await cardIn(page, 'Won').waitFor();
  await expect.poll(states).toEqual(['won', 'CONVERTED']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(states).toEqual(before);

  await page.goto(`${app.url}/console/leads/${id}`);
  const stage = page.getByRole('region', { name: 'Mover' }).getByRole('combobox', { name: 'Stage' });
  await stage.selectOption('Lost');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(states).toEqual(before);
  await close();
});

it('rows past the first 200 change and go as those before them do', async () => {
  const ids = await seedLeads(app.database, workspace.orgId, 205, {
    createdAt: new Date('2026-01-01T00:00:00Z'),
    firstName: 'Old hand',
  });
  const { page, close } = await open('/leads');
  const rows = page.locator('[data-lead]');
  for (const count of [50, 100, 150, 200]) {
    await expect.poll(() => rows.count()).toBe(count);
    await page.getByRole('button', { name: 'Show more' }).click();
  }
  await expect.poll(() => rows.count()).toBe(205);
  const [last = '', before = ''] = ids.map((id) => toGlobalId('Lead', id));
  await change(last, { name: 'New name' });
  await rows.filter({ hasText: 'New name' }).waitFor();
  await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: before });
  await expect.poll(() => rows.count()).toBe(204);
  await close();
});
