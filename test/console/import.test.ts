import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { createWorkspace, type TestWorkspace } from '../support/workspace.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function choose(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  const file = page.getByRole('dialog').getByRole('button', { name: 'CSV file' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), file.press('Enter')]);
  await chooser.setFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('fair.csv').waitFor();
}

async function leadsOf({ graph }: TestWorkspace, fields: string): Promise<Record<string, unknown>[]> {
  const answer = await graph.ask<{ leads: { nodes: Record<string, unknown>[] } }>(
    `{ leads(first: 200, orderBy: { field: NAME, direction: ASC }) { nodes { ${fields} } } }`,
  );
  return answer.leads.nodes;
}

it('imports a file: maps its columns, tells what is wrong by row and field, and leads to what it made', async () => {
  const workspace = await app.workspace();
  const { graph, keys } = workspace;
  await graph.ask('mutation { createLead(input: { name: "Old", email: "old@example.com" }) { lead { id } } }');
  await graph.ask(
    'mutation { createCustomField(input: { name: "visits", label: "Visits", fieldType: NUMBER }) { customField { id } } }',
  );
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql, path: '/leads' });
  await page.getByRole('link', { name: 'Old' }).waitFor();
  await choose(
    page,
    [
      'Full Name;E-mail;Phone;Score;Tier;Tags;Stage;Budget;Visits;Internal',
      `Ada Lovelace;ADA@example.com;'+1 555;80;high;vip, fair;qualified;"5,000";3;x`,
      'Bo Bad;no address;;;;;;;;x',
      '',
      'Cy Score;cy@example.com;;many;;;;;;',
      'Di Again;old@example.com;;;;;;;;',
      'Ed Stage;ed@example.com;;;;;Nowhere;;;',
      'Fi Plain;;;;;;;;;',
    ].join('\r\n'),
  );
  await page.getByText('6 rows', { exact: false }).first().waitFor();
  const becomes = (column: string) => page.getByRole('combobox', { name: `“${column}” becomes` });
  expect(await becomes('Full Name').inputValue()).toBe('name');
  await expect.poll(() => becomes('Visits').inputValue()).toBe('custom:visits');
  expect(await becomes('Internal').inputValue()).toBe('');
  await becomes('Internal').selectOption('E-mail');
  await page.getByText('Two columns cannot be the same').waitFor();
  const start = page.getByRole('button', { name: 'Import 6 rows' });
  expect(await start.isDisabled()).toBe(true);
  await becomes('Internal').selectOption('Leave it out');
  await page.getByRole('cell', { name: 'Ada Lovelace' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'A tag for all of them' }).fill('spring-fair');
  await start.press('Enter');

  await page.getByText('2 leads made').waitFor();
  const said = await page
    .getByRole('list', { name: 'Rows that were left out' })
    .getByRole('listitem')
    .allTextContents();
  expect(said).toEqual([
    'Row 3, E-mail: must be an e-mail address',
    'Row 5, Score: must be a whole number',
    'Row 6: A lead with the e-mail address old@example.com is there already. That lead',
    'Row 7, Stage: must be one of new, contacted, qualified, proposal, won, lost',
  ]);
  await expectAccessible(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save what was not made' }).click(),
  ]);
  const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^\uFEFF?Full Name,E-mail,.*,Internal,Problem$/);
  expect(lines[1]).toBe('Bo Bad,no address,,,,,,,,x,E-mail: must be an e-mail address');

  await page.getByRole('button', { name: 'Show them' }).click();
  await page.waitForURL(/tags=spring-fair/);
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(3);
  const of = 'name email phone score tier tags source stage { key } bant { budget } customFields';
  expect(await leadsOf(workspace, of)).toEqual([
    {
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      phone: '+1 555',
      score: 80,
      tier: 'HIGH',
      tags: ['vip', 'fair', 'spring-fair'],
      source: 'import',
      stage: { key: 'qualified' },
      bant: { budget: '5,000' },
      customFields: { visits: 3 },
    },
    expect.objectContaining({ name: 'Fi Plain', tags: ['spring-fair'], email: null }),
    expect.objectContaining({ name: 'Old' }),
  ]);
  expect(complaints).toEqual([]);
  await close();
});

it('takes in again what the export wrote, also where it makes leads twice', async () => {
  const workspace = await app.workspace();
  await workspace.graph.ask(
    'mutation { createLead(input: { name: "=Ada", email: "a@example.com", status: REPLIED, tags: ["x", "y"] }) { lead { id } } }',
  );
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: '/leads' });
  await page.getByRole('link', { name: '=Ada' }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  await choose(page, await readFile(await file.path(), 'utf8'));
  await page.getByRole('radio', { name: 'makes another lead all the same' }).check();
  await page.getByRole('textbox', { name: 'A tag for all of them' }).fill('');
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.getByText('1 lead made').waitFor();
  const [one, other] = await leadsOf(workspace, 'name email status tags score remark stage { key }');
  expect(other).toEqual(one);
  await close();
});

it('loses no row and makes none twice where the line breaks off, and goes on, on a phone', async () => {
  const workspace = await app.workspace();
  const { page, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/leads',
    width: 390,
    colorScheme: 'dark',
  });
  const names = Array.from({ length: 150 }, (_, index) => `Lead ${String(index).padStart(3, '0')}`);
  await choose(page, `name\n${names.join('\n')}`);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  let asked = 0;
  await page.route('**/graphql', async (route) => {
    if (!/mutation ImportLead/.test(route.request().postData() ?? '')) return route.fallback();
    asked += 1;
    // The server did what is asked, and nobody is told.
    if (asked > 40) await route.fetch();
    return asked > 40 ? route.abort() : route.fallback();
  });
  await page.getByRole('button', { name: 'Import 150 rows' }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByText('The import broke off').waitFor();
  await page.getByText(/rows were not tried\. Nothing of them is lost/).waitFor();
  await expectAccessible(page);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('150 leads made').waitFor();
  expect((await leadsOf(workspace, 'name')).map(({ name }) => name)).toEqual(names);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('150 leads', { exact: true }).waitFor();
  await close();
});

it('stops where the plan is full, says so, and is offered to nobody who may not write', async () => {
  const workspace = await createWorkspace(app.app.services, app.url, 'Small', 'FREE');
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: '/leads' });
  await choose(page, `name\n${Array.from({ length: 110 }, (_, index) => `Lead ${index}`).join('\n')}`);
  await page.getByRole('button', { name: 'Import 110 rows' }).click();
  await page.getByText('holds at most 100 leads').waitFor();
  await page.getByText('100 leads made').waitFor();
  await page.getByText('10 rows were not tried.').waitFor();
  await close();

  const reader = await workspace.graphAs(['leads:read', 'events:read']);
  const reading = await openSignedIn(browser, { url: app.url, key: reader.key, path: '/leads' });
  await reading.page.getByRole('button', { name: 'Export' }).waitFor();
  expect(await reading.page.getByRole('button', { name: 'Import' }).count()).toBe(0);
  await reading.close();
});

it('waits where the server asks for it, goes on by itself, and is stopped while it waits', async () => {
  const workspace = await app.workspace();
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: '/leads' });
  await choose(page, 'name\nOne\nTwo');
  const waits = [1, 600];
  await page.route('**/graphql', (route) => {
    const isImport = /mutation ImportLead/.test(route.request().postData() ?? '');
    const retryAfterSeconds = isImport ? waits.shift() : undefined;
    if (retryAfterSeconds === undefined) return route.fallback();
    const errors = [{ message: 'Slower.', extensions: { code: 'LIMITED', retryAfterSeconds } }];
    return route.fulfill({ status: 429, json: { errors } });
  });
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect.poll(async () => (await leadsOf(workspace, 'name')).length).toBe(1);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('You stopped the import').waitFor();
  await page.getByText('1 row was not tried.').waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('2 leads made').waitFor();
  expect((await leadsOf(workspace, 'name')).map(({ name }) => name)).toEqual(['One', 'Two']);
  await close();
});

it('says why a file cannot be imported', async () => {
  const workspace = await app.workspace();
  const { page, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql, path: '/leads' });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
  await page.getByText('There is no row below its first one').waitFor();
  expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
  await expectAccessible(page);
  await close();
});
