import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailBy, openMailServer } from '../outside/mail/mail-server.ts';
import { modelAt, openChatCompletions, saying } from '../outside/chat-completions-server.ts';
import { answerJson, type ProviderServer } from '../outside/provider-server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { button, expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let without: TestApp;
let browser: Browser;
let model: ProviderServer;
let mail: Awaited<ReturnType<typeof openMailServer>>;
beforeAll(async () => {
  [model, mail] = await Promise.all([openChatCompletions(), openMailServer()]);
  const outside = { translate: null, model: modelAt(model.url, true), mail: mailBy(mail) };
  [app, without, browser] = await Promise.all([
    startTestApp({ outside, outsideAllowedRanges: ['127.0.0.0/8'] }),
    startTestApp(),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([app.close(), without.close(), model.close(), mail.close()]);
});

async function leadIn({ graph }: TestWorkspace, email: string | null): Promise<string> {
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { name: 'Ada', company: 'Engines', email } },
  );
  return createLead.lead.id;
}

it('has the model draft a mail to a lead, which stands among the drafts and waits to be approved', async () => {
  const workspace = await app.workspace();
  const leadId = await leadIn(workspace, `${crypto.randomUUID()}@example.com`);
  model.become(saying(JSON.stringify({ subject: 'A demo for Engines', body: 'Hello Ada,\n\nshall we?' })));
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: `/leads/${leadId}`,
  });
  await page.getByText('No draft waits.').waitFor();
  await expect.poll(() => button(page, 'Draft a mail').isEnabled()).toBe(true);
  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: 'Draft a mail' }).waitFor();
  await page.keyboard.type('Offer a demo.');
  await expectAccessible(page);
  await button(page, 'Draft it').click();
  await page.getByText('A draft waits to be approved').waitFor();
  await expectAccessible(page);
  const drafts = page.getByRole('list', { name: 'Mail to approve' });
  await drafts.getByText('by a model').waitFor();
  await drafts.getByRole('link', { name: 'A demo for Engines' }).click();
  await page.getByText('It waits for somebody to approve it').waitFor();
  expect(mail.taken).toEqual([]);

  model.become(answerJson({}, 500));
  await page.goBack();
  await button(page, 'Draft a mail').click();
  await page.getByRole('textbox', { name: 'What it is to say' }).fill('Ask for a call.');
  await button(page, 'Draft it').click();
  await page.getByText('The model did not answer').waitFor();
  await drafts.getByRole('link', { name: 'A word to Engines' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

const onLead = async (served: TestApp, workspace: TestWorkspace, email: string | null, key = workspace.keys.graphql) =>
  openSignedIn(browser, { url: served.url, key, path: `/leads/${await leadIn(workspace, email)}`, width: 390 });

it.each([
  ['there is no model', () => without, [], 'No language model is set up on this server.'],
  ['the model is not granted', () => app, ['MAIL'], 'This workspace may not use the language model of this server.'],
  ['mail is not granted', () => app, ['MODEL'], 'This workspace may not send mail from this server.'],
] as const)('says where %s why none can be drafted', async (_, served, granted, reason) => {
  const workspace = await served().workspace();
  await served().database.prisma.organisation.updateMany({
    where: { id: workspace.orgId },
    data: { outsideCapabilities: [...granted] },
  });
  const { page, complaints, close } = await onLead(served(), workspace, `${crypto.randomUUID()}@example.com`);
  await page.getByText(`No mail can be drafted: ${reason}`).waitFor();
  expect(await button(page, 'Draft a mail').isDisabled()).toBe(true);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});

it('says of a lead without an address why, and offers nothing to whoever may not write campaigns', async () => {
  const workspace = await app.workspace();
  const opened = await onLead(app, workspace, null);
  await opened.page.getByText('No mail can be drafted: It has no e-mail address.').waitFor();
  await opened.close();
  const { key } = await workspace.graphAs(['leads:read', 'campaigns:read', 'automation:read', 'events:read']);
  const reader = await onLead(app, workspace, `${crypto.randomUUID()}@example.com`, key);
  await reader.page.getByRole('heading', { name: 'Timeline' }).waitFor();
  expect(await button(reader.page, 'Draft a mail').count()).toBe(0);
  await reader.close();
});
