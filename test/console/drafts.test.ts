import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailBy, openMailServer, subjectOf } from '../outside/mail/mail-server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
let mail: Awaited<ReturnType<typeof openMailServer>>;
beforeAll(async () => {
  mail = await openMailServer();
  const outside = { translate: null, mail: mailBy(mail) };
  [app, browser] = await Promise.all([
    startTestApp({ outside, outsideAllowedRanges: ['127.0.0.0/8'] }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await mail.close();
});

/** A lead with a draft to it. */
async function draftIn({ graph }: TestWorkspace, name: string) {
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { name, company: 'Engines', email: `${crypto.randomUUID()}@example.com` } },
  );
  const leadId = createLead.lead.id;
  const { draftEmail } = await graph.ask<{ draftEmail: { email: { id: string } } }>(
    'mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Offer a demo.") { email { id } } }',
    { id: leadId },
  );
  return { leadId, id: draftEmail.email.id };
}

const statusOf = async ({ graph }: TestWorkspace, id: string) =>
  (
    await graph.ask<{ node: { status: string; subject: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on Email { status subject } } }',
      { id },
    )
  ).node;

/** The page reads nothing more of its mail until it is let. */
async function holdReading(page: Page): Promise<() => Promise<void>> {
  const { promise: wanted, resolve: letRead } = Promise.withResolvers<void>();
  const hold = async (route: Route) => {
    if ((route.request().postData() ?? '').includes('query OneMail')) await wanted;
    return route.fallback();
  };
  await page.route('**/graphql', hold);
  return async () => {
    letRead();
    await page.unroute('**/graphql', hold);
  };
}

it('shows who looks at Home what waits, and sends a draft as it was changed once it is approved', async () => {
  const workspace = await app.workspace();
  const { id } = await draftIn(workspace, 'Ada');
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key: workspace.keys.graphql });
  const waiting = page.getByRole('list', { name: 'Mail to approve' });
  await waiting.getByRole('link', { name: 'A word to Engines' }).waitFor();
  await expectAccessible(page);
  await waiting.getByRole('link', { name: 'A word to Engines' }).click();
  await page.getByText('It waits for somebody to approve it').waitFor();
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Hello Ada,\n\nOffer a demo.');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Subject' }).fill('A demo for you');
  await page.getByRole('button', { name: 'Approve and send' }).click();
  await page.getByText(/^Sent/).waitFor();
  expect(mail.taken.map(subjectOf)).toEqual(['A demo for you']);
  expect(await statusOf(workspace, id)).toEqual({ status: 'SENT', subject: 'A demo for you' });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All automation' }).click();
  await page.getByText('No draft waits').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('stands on its lead, and goes to nobody once it is discarded, on a phone in the dark', async () => {
  const workspace = await app.workspace();
  const { id, leadId } = await draftIn(workspace, 'Ada');
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: `/leads/${leadId}`,
    width: 390,
    colorScheme: 'dark',
  });
  const ofLead = page.getByRole('list', { name: 'Mail to approve' });
  await ofLead.getByRole('link', { name: 'A word to Engines' }).waitFor();
  await expectAccessible(page);
  await ofLead.getByRole('link', { name: 'A word to Engines' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByText('It was discarded: it goes to nobody.').waitFor();
  expect((await statusOf(workspace, id)).status).toBe('DISCARDED');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  await ofLead.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await close();
});

it('says what happened where somebody else was first, and keeps what was written here', async () => {
  const workspace = await app.workspace();
  const { graph, keys } = workspace;
  const { id } = await draftIn(workspace, 'Ada');
  const discarded = await draftIn(workspace, 'Grace');
  const path = `/automation/${id}`;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql, path });
  await page.getByRole('textbox', { name: 'Subject' }).fill('Mine');
  let letRead = await holdReading(page);
  await graph.ask('mutation ($id: ID!) { approveEmail(id: $id, subject: "Theirs") { email { id } } }', { id });
  await page.getByRole('textbox', { name: 'Text' }).press('Tab');
  await page.getByRole('button', { name: 'Approve and send' }).click();
  await page.getByRole('alert').filter({ hasText: 'Not approved' }).getByText('approved already').waitFor();
  await letRead();
  await page.getByRole('heading', { name: 'Theirs' }).waitFor();
  await page.getByRole('region', { name: 'Your text' }).getByText('Mine').waitFor();
  await expectAccessible(page);

  await page.goto(`${app.url}/console/automation/${discarded.id}`);
  const approve = page.getByRole('button', { name: 'Approve and send' });
  await approve.waitFor();
  letRead = await holdReading(page);
  await graph.ask('mutation ($id: ID!) { discardEmail(id: $id) { email { id } } }', { id: discarded.id });
  await approve.click();
  await page.getByRole('alert').filter({ hasText: 'Not approved' }).getByText('it is discarded').waitFor();
  await letRead();
  await page.getByText('It was discarded: it goes to nobody.').waitFor();
  expect(await approve.count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it('does not say of an approval without an answer that it was none, and says what came of it once that is read', async () => {
  const workspace = await app.workspace();
  const { id } = await draftIn(workspace, 'Ada');
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: `/automation/${id}`,
  });
  await page.getByRole('textbox', { name: 'Subject' }).fill('Mine');
  await page.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes('mutation ApproveDraft')) return route.fallback();
    await route.fetch();
    return route.abort();
  });
  const letRead = await holdReading(page);
  await page.getByRole('button', { name: 'Approve and send' }).click();
  const unknown = page.getByRole('alert').filter({ hasText: 'It is not known whether it was approved' });
  await unknown.waitFor();
  await expectAccessible(page);
  await letRead();
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  expect(await page.getByText(/not known|Not approved|Nothing of it went out/).count()).toBe(0);
  expect((await statusOf(workspace, id)).subject).toBe('Mine');
  expect(complaints).toEqual([]);
  await close();
});

it('keeps what is changed of a draft for whoever looks at its lead and comes back, until it is approved', async () => {
  const workspace = await app.workspace();
  const { id } = await draftIn(workspace, 'Ada');
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: `/automation/${id}`,
  });
  const subject = page.getByRole('textbox', { name: 'Subject' });
  await subject.fill('Half written');
  await page.getByRole('main').getByRole('link', { name: 'Ada' }).click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  await page.goBack();
  await expect.poll(() => subject.inputValue()).toBe('Half written');
  await page.reload();
  await expect.poll(() => subject.inputValue()).toBe('Half written');
  await page.getByRole('button', { name: 'Approve and send' }).click();
  await page.getByRole('heading', { name: 'Half written' }).waitFor();
  expect(await page.getByText('What you wrote instead').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it('offers who only reads nothing to approve', async () => {
  const workspace = await app.workspace();
  const { id, leadId } = await draftIn(workspace, 'Ada');
  const { key } = await workspace.graphAs(['automation:read', 'campaigns:read', 'events:read', 'leads:read']);
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/automation' });
  await page.getByRole('list', { name: 'Drafts' }).getByRole('link', { name: 'A word to Engines' }).click();
  await page.getByRole('region', { name: 'Its text' }).getByText('Offer a demo.').waitFor();
  expect(page.url()).toContain(id);
  expect(await page.getByRole('button', { name: /Approve|Discard/ }).count()).toBe(0);
  await page.goto(`${app.url}/console/`);
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  expect(await page.getByText('Mail to approve').count()).toBe(0);
  await page.goto(`${app.url}/console/leads/${leadId}`);
  await page.getByRole('list', { name: 'Drafts' }).getByRole('link', { name: 'A word to Engines' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
