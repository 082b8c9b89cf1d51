import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
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

const makeLead = async ({ graph }: TestWorkspace, input: Record<string, unknown>): Promise<string> => {
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input },
  );
  return createLead.lead.id;
};
const statusOf = async ({ graph }: TestWorkspace, id: string): Promise<string> => {
  const answer = await graph.ask<{ lead: { status: string } }>('query ($id: ID!) { lead(id: $id) { status } }', { id });
  return answer.lead.status;
};

it('makes a lead, finds it, opens it and changes it, by keyboard alone', async () => {
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/leads',
  });
  await page.getByText('No leads yet').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'New lead' }).waitFor();
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@example.com');
  await page.keyboard.press('Enter');
  const profile = page.getByRole('region', { name: 'Ada Lovelace' });
  await profile.waitFor();
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');

  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  await page.keyboard.type('Asked for a price');
  await page.keyboard.press('Control+Enter');
  await profile.getByRole('listitem').filter({ hasText: 'Asked for a price' }).waitFor();
  await profile.getByRole('textbox', { name: 'Budget' }).focus();
  await page.keyboard.type('5,000');
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  await expectAccessible(page);
  const { lead } = await workspace.graph.ask<{ lead: { bant: { budget: string } } }>(
    'query ($id: ID!) { lead(id: $id) { bant { budget } } }',
    { id },
  );
  expect(lead.bant.budget).toBe('5,000');

  await page.keyboard.press('Escape');
  await profile.waitFor({ state: 'detached' });
  await page.keyboard.press('f');
  await page.keyboard.type('lovel');
  await page.waitForURL(/q=lovel/);
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('says of a lead that is there already which it is', async () => {
  const id = await makeLead(workspace, { name: 'Grace Hopper', email: 'grace@example.com' });
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/leads',
    colorScheme: 'dark',
  });
  await page.getByRole('button', { name: 'New lead' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('Grace@example.com');
  await page.getByRole('button', { name: 'Make lead' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'There is a lead with this e-mail address' });
  expect(await alert.getByRole('link').getAttribute('href')).toContain(encodeURIComponent(id));
  await expectAccessible(page);
  await close();
});

it('changes and deletes many at once, and takes it back', async () => {
  const own = await app.workspace();
  const ids = await Promise.all(['One', 'Two', 'Three'].map((name) => makeLead(own, { name })));
  const { page, close } = await openSignedIn(browser, { url: app.url, key: own.keys.graphql, path: '/leads' });
  await page.getByRole('checkbox', { name: 'Choose all' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'Replied' }).click();
  await page.getByText('3 leads changed').waitFor();
  expect(await Promise.all(ids.map((id) => statusOf(own, id)))).toEqual(['REPLIED', 'REPLIED', 'REPLIED']);
  // It stays open under the pointer, however long the check takes.
  await page.getByRole('button', { name: 'Undo' }).hover();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => Promise.all(ids.map((id) => statusOf(own, id)))).toEqual(['NEW', 'NEW', 'NEW']);

  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete 3 leads?' }).waitFor();
  await page.getByRole('button', { name: 'Delete 3 leads' }).click();
  await page.getByText('No leads yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(4);
  await close();
});

it('shows what meetings a lead booked, and where to join the next one', async () => {
  const own = await app.workspace();
  const id = await makeLead(own, { name: 'Alan Turing' });
  const times = { createdAt: new Date(), updatedAt: new Date() };
  const of = { orgId: own.orgId, leadId: id.slice('ld_'.length), provider: 'CALENDLY', ...times } as const;
  await app.database.prisma.meeting.createMany({
    data: [
      { ...of, id: 'a', reference: 'a', state: 'CANCELLED', title: 'First talk', cancelReason: 'Ill' },
      { ...of, id: 'b', reference: 'b', state: 'BOOKED', title: 'Second talk', joinUrl: 'https://zoom.test/j/1' },
    ],
  });
  const { page, close } = await openSignedIn(browser, { url: app.url, key: own.keys.graphql, path: `/leads/${id}` });
  const meetings = page.getByRole('region', { name: 'Meetings' });
  await expect.poll(() => meetings.getByRole('listitem').count()).toBe(2);
  await meetings
    .getByRole('listitem')
    .filter({ hasText: /First talk.*Cancelled.*Ill/ })
    .waitFor();
  expect(await meetings.getByRole('link', { name: 'Join' }).getAttribute('href')).toBe('https://zoom.test/j/1');
  await expectAccessible(page);
  await close();
});

it('offers new leads instead of pushing them, and changes rows where they are', async () => {
  const own = await app.workspace();
  const id = await makeLead(own, { name: 'First' });
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key: own.keys.graphql,
    path: '/leads',
    width: 390,
  });
  const names = () => page.locator('[data-lead] a').allTextContents();
  await expect.poll(names).toEqual(['First']);
  await makeLead(own, { name: 'Second' });
  const offer = page.getByRole('button', { name: 'Show 1 new lead' });
  await offer.waitFor();
  expect(await names()).toEqual(['First']);
  await own.graph.ask('mutation ($id: ID!) { updateLead(id: $id, input: { firstName: "Foremost" }) { lead { id } } }', {
    id,
  });
  await expect.poll(names).toEqual(['Foremost']);
  await expectAccessible(page);
  await offer.click();
  await expect.poll(names).toEqual(['Second', 'Foremost']);
  await close();
});

it('moves a lead on the board, by pointer and by keyboard', async () => {
  const own = await app.workspace();
  const id = await makeLead(own, { name: 'Mover' });
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key: own.keys.graphql,
    path: '/leads?view=board',
  });
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
  const stageOf = async () => {
    const query = 'query ($id: ID!) { lead(id: $id) { stage { key } } }';
    return (await own.graph.ask<{ lead: { stage: { key: string } } }>(query, { id })).lead.stage.key;
  };
  const card = page.getByRole('link', { name: 'Mover' });
  await column('New').getByRole('link', { name: 'Mover' }).waitFor();
  await expectAccessible(page);
  await card.focus();
  await page.keyboard.press('ArrowRight');
  await column('Contacted').getByRole('link', { name: 'Mover' }).waitFor();
  await expect.poll(stageOf).toBe('contacted');
  await card.dragTo(column('Proposal'));
  await column('Proposal').getByRole('link', { name: 'Mover' }).waitFor();
  await expect.poll(stageOf).toBe('proposal');
  await expect.poll(() => column('Proposal').getByRole('heading').textContent()).toBe('Proposal 1');
  await close();
});

it('exports what the filter names as CSV, with nothing that a spreadsheet would run', async () => {
  const own = await app.workspace();
  await makeLead(own, { name: '=SUM(A1)', email: 'sum@example.com', tags: ['a', 'b'] });
  await makeLead(own, { name: 'Other', status: 'REPLIED' });
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key: own.keys.graphql,
    path: '/leads?status=NEW',
  });
  await page.getByRole('link', { name: '=SUM' }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF?id,name,email,/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`,'=SUM(A1),sum@example.com,`);
  expect(lines[1]).toContain('"a,b"');
  await page.getByText('1 lead exported').waitFor();
  await close();
});
