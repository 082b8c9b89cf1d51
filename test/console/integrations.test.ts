import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { createRestClient } from '../support/rest-client.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});

const path = '/integrations';

it('connects an OpenClaw agent, says what it is given, and when it last called', async () => {
  const { graph, keys } = await app.workspace();
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql });
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Integrations', level: 1 }).waitFor();
  await page.getByText('No agent is connected').waitFor();
  const skill = page.getByRole('link', { name: 'SKILL.md' });
  expect(new URL((await skill.getAttribute('href')) ?? '').pathname).toBe('/skills/quincer/SKILL.md');
  await page.getByText('~/.openclaw/openclaw.json').waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Connect OpenClaw' }).click();
  const secret = (await page.getByRole('region', { name: 'The agent’s key' }).textContent()) ?? '';
  expect(secret).toMatch(/^cw_dev_/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  expect(await page.content()).not.toContain(secret);
  const agents = page.getByRole('list', { name: 'Keys of agents' });
  await agents.getByText('Never used').waitFor();
  expect((await createRestClient(app.url, secret).get('/api/v1/leads')).status).toBe(200);
  await expect
    .poll(async () => {
      await page.reload();
      await agents.waitFor();
      return agents.getByText('Last used').count();
    })
    .toBe(1);

  await page.getByRole('button', { name: 'Make another key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await agents.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('No agent is connected').waitFor();
  const { members } = await graph.ask<{ members: { nodes: object[] } }>('{ members { nodes { name type } } }');
  expect(members.nodes).toEqual([{ name: 'OpenClaw', type: 'AGENT' }]);
  expect(complaints).toEqual([]);
  await close();
});

it('says of everything beyond the server what it does without it, as the graph tells', async () => {
  const { graph, keys } = await app.workspace();
  const { integrations } = await graph.ask<{ integrations: { detail: string }[] }>(
    '{ integrations { capability state detail lastError } }',
  );
  expect(integrations).toMatchObject([
    { capability: 'MODEL', state: 'BUILT_IN', lastError: null },
    { capability: 'TRANSLATION', state: 'NOT_CONFIGURED', lastError: null },
    { capability: 'MAIL', state: 'NOT_CONFIGURED', lastError: null },
    { capability: 'ENRICHMENT', state: 'BUILT_IN', lastError: null },
    { capability: 'CALENDLY', state: 'NOT_CONFIGURED', lastError: null },
    { capability: 'CAL_COM', state: 'NOT_CONFIGURED', lastError: null },
  ]);
  const { page, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql, path, width: 390 });
  const rows = page.getByRole('list', { name: 'This server' }).getByRole('listitem');
  await rows.first().waitFor();
  const texts = await rows.allTextContents();
  expect(texts.map((text, index) => text.includes(integrations[index]?.detail ?? '?'))).toEqual(texts.map(() => true));
  expect(texts[4]).toMatch(/^CalendlyNot configured/);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  await close();
});

it('makes, changes, sets aside and deletes a sync source, by keyboard', async () => {
  const { graph, keys } = await app.workspace();
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: keys.graphql,
    path,
    colorScheme: 'dark',
  });
  const kept = async () => {
    const of = 'name type enabled config targetStage { key }';
    return (await graph.ask<{ syncSources: { nodes: object[] } }>(`{ syncSources { nodes { ${of} } } }`)).syncSources
      .nodes;
  };
  await page.getByText('No sync source yet').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Make a source' }).waitFor();
  await page.keyboard.type('Contact form');
  await page.getByRole('combobox', { name: 'Its leads begin in' }).selectOption('Qualified');
  const config = page.getByRole('textbox', { name: 'Notes about it' });
  await config.fill('{"url": ');
  await page.getByText('This is no JSON object.').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await config.fill('{"url": "https://example.com/contact"}');
  await page.getByRole('textbox', { name: 'Where each field stands' }).fill('{"email": "/contact/email"}');
  const sample = page.getByRole('textbox', { name: 'A sample of what it posts' });
  await sample.fill('{"contact": {}}');
  const preview = page.getByRole('status', { name: 'What would be read' });
  await preview.getByText('It would be refused').waitFor();
  await sample.fill('{"contact": {"email": "ada@example.org"}}');
  await preview.getByText('ada@example.org').waitFor();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  const address = await page.getByRole('region', { name: 'The address to post to' }).textContent();
  const posted = await fetch(app.url + new URL(address ?? '').pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"contact": {"email": "ada@example.org"}}',
  });
  expect(posted.status).toBe(202);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I have copied it' }).press('Enter');
  await page.getByText('Leads begin in Qualified').waitFor();
  expect(await page.content()).not.toContain('/hooks/in/');
  await page.getByRole('button', { name: 'What came to Contact form' }).press('Enter');
  await page.getByRole('list', { name: 'What came' }).getByText('A lead was made').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rotate Contact form' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
  const next = await page.getByRole('region', { name: 'The address to post to' }).textContent();
  expect(next).not.toBe(address);
  await page.getByRole('button', { name: 'I have copied it' }).press('Enter');
  await expectAccessible(page);
  const noted = {
    name: 'Contact form',
    type: 'FORM_WEBHOOK',
    enabled: true,
    config: { url: 'https://example.com/contact' },
    targetStage: { key: 'qualified' },
  };
  expect(await kept()).toEqual([noted]);

  await page.getByRole('switch', { name: 'Contact form is in use' }).press('Space');
  await page.getByText('Out of use', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Edit Contact form' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Old form');
  await page.getByRole('combobox', { name: 'Its leads begin in' }).selectOption('');
  await page.getByRole('textbox', { name: 'Notes about it' }).fill('');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Leads begin in the first stage').waitFor();
  expect(await kept()).toEqual([{ ...noted, name: 'Old form', enabled: false, config: null, targetStage: null }]);

  await page.getByRole('button', { name: 'Delete Old form' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No sync source yet').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('shows the runs of scrapers, and those that broke off alone', async () => {
  const { graph, keys } = await app.workspace();
  const record = (input: object) =>
    graph.ask('mutation ($input: RecordScraperRunInput!) { recordScraperRun(input: $input) { scraperRun { id } } }', {
      input,
    });
  await record({
    source: 'reddit',
    status: 'SUCCEEDED',
    startedAt: '2026-01-01T10:00:00Z',
    finishedAt: '2026-01-01T10:05:00Z',
    leadsFound: 12,
    leadsCreated: 3,
  });
  await record({ source: 'google_maps', status: 'FAILED', error: 'The page asked who we are.' });
  const { page, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql, path });
  const runs = page.getByRole('list', { name: 'Scraper runs' }).getByRole('listitem');
  await expect.poll(() => runs.count()).toBe(2);
  expect(await runs.nth(1).textContent()).toMatch(/Reddit.*12 leads found, 3 new.*took 5m/);
  await page.getByRole('combobox', { name: 'Runs that' }).selectOption('Broke off');
  await expect.poll(() => runs.count()).toBe(1);
  expect(await runs.first().textContent()).toContain('The page asked who we are.');
  await page.getByRole('combobox', { name: 'Runs of' }).selectOption('Reddit');
  await page.getByText('No run is like that').waitFor();
  await expectAccessible(page);
  await close();
});

it('offers nothing to whoever may do nothing, and says what could not be read', async () => {
  const workspace = await app.workspace();
  await workspace.graph.ask(
    'mutation { createSyncSource(input: { name: "Form", type: FORM_WEBHOOK }) { syncSource { id } } }',
  );
  const reader = await workspace.graphAs(['leads:read', 'events:read']);
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: reader.key,
    path,
    width: 390,
    colorScheme: 'dark',
  });
  await page.getByRole('list', { name: 'Sync sources' }).getByText('Form', { exact: true }).waitFor();
  const main = page.getByRole('main');
  expect(await main.getByRole('button').count()).toBe(0);
  expect(await main.getByRole('switch').count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Scraper runs' }).count()).toBe(0);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  expect(complaints).toEqual([]);

  await page.route('**/graphql', (route) =>
    /query Integrations/.test(route.request().postData() ?? '')
      ? route.fulfill({ status: 503, json: { errors: [{ message: 'Not now.', extensions: { code: 'UNAVAILABLE' } }] } })
      : route.fallback(),
  );
  await page.reload();
  await page.getByRole('alert').getByText('Not now.').waitFor();
  await page.getByRole('list', { name: 'Sync sources' }).waitFor();
  await expectAccessible(page);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('list', { name: 'This server' }).waitFor();
  await close();
});
