import type { Browser, Route } from 'playwright-core';
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

const makeTask = async (title: string, dueAt?: Date) =>
  workspace.graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
    input: { title, type: 'FOLLOW_UP', ...(dueAt && { dueAt: dueAt.toISOString() }) },
  });

const dayMs = 86_400_000;

it('makes a task, completes it and takes that back, by keyboard alone; what is overdue comes first, live', async () => {
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: '/tasks',
  });
  await page.getByText('Nothing is to be done').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'New task' }).waitFor();
  await page.keyboard.type('Send the offer');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Send the offer' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await makeTask('Call back', new Date(Date.now() - dayMs));
  await makeTask('Visit', new Date(Date.now() + 3 * dayMs));
  await expect
    .poll(() => page.getByRole('heading', { level: 2 }).allTextContents())
    .toEqual(['Overdue 1', 'Later 1', 'Without a date 1']);
  expect(await page.locator('[data-task] a').allTextContents()).toEqual(['Call back', 'Visit', 'Send the offer']);
  await expectAccessible(page);

  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await page.getByText('Task completed').waitFor();
  await expect.poll(() => page.locator('[data-task] a').allTextContents()).toEqual(['Visit', 'Send the offer']);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('link', { name: 'Call back' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('is read by when tasks are due, more than a page of them, and narrowed to what is overdue', async () => {
  const own = await app.workspace();
  const make = async (title: string, dueAt: Date | null) =>
    own.graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
      input: { title, type: 'FOLLOW_UP', dueAt },
    });
  await make('Soon', new Date(Date.now() + dayMs / 24));
  await make('Late', new Date(Date.now() - dayMs));
  for (let n = 0; n < 60; n += 1) await make(`In ${n} weeks`, new Date(Date.now() + (n + 2) * 7 * dayMs));
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: own.keys.graphql,
    path: '/tasks',
    width: 390,
    colorScheme: 'dark',
  });
  const titles = page.locator('[data-task] a');
  await titles.first().waitFor();
  expect(await titles.count()).toBe(50);
  expect((await titles.allTextContents()).slice(0, 3)).toEqual(['Late', 'Soon', 'In 0 weeks']);
  await page.getByRole('heading', { name: /^Later \d+\+$/ }).waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => titles.count()).toBe(62);
  await page.getByLabel('Due', { exact: true }).selectOption({ label: 'Overdue' });
  await expect.poll(() => titles.allTextContents()).toEqual(['Late']);
  await page.getByLabel('Due', { exact: true }).selectOption({ label: 'Within a week' });
  await expect.poll(() => titles.allTextContents()).toEqual(['Late', 'Soon']);
  await page.getByLabel('Order').selectOption({ label: 'The newest first' });
  await page.waitForURL(/due=week&order=newest/);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});

it('says whose a task is, live, and gives it to somebody else, by whom its lead is held', async () => {
  const own = await app.workspace();
  const [grace, linus] = await Promise.all(
    ['Grace', 'Linus'].map(async (name) => (await inviteAs(own, name)).inviteMember.member.id),
  );
  const { createLead } = await own.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { name: 'Ada', assignedToId: grace } },
  );
  const assigned = async () =>
    (
      await own.graph.ask<{ lead: { assignedTo: { id: string } | null } }>(
        'query ($id: ID!) { lead(id: $id) { assignedTo { id } } }',
        { id: createLead.lead.id },
      )
    ).lead.assignedTo?.id;
  await own.graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
    input: { title: 'Send the offer', type: 'FOLLOW_UP', leadId: createLead.lead.id },
  });
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: own.keys.graphql,
    path: '/tasks',
  });
  await page.getByTitle('Assigned to Grace').waitFor();
  await page.getByRole('link', { name: 'Send the offer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Task' });
  const select = dialog.getByRole('combobox', { name: 'Assigned to' });
  await select.selectOption('Linus');
  await page.getByText('Assigned to Linus').first().waitFor();
  expect(await assigned()).toBe(linus);
  await expectAccessible(page);
  const assign = async (memberId: string | null) =>
    own.graph.ask(
      'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
      { id: createLead.lead.id, input: { assignedToId: memberId } },
    );
  await assign(null);
  await expect.poll(() => select.inputValue()).toBe('');
  const overtake = async (route: Route) => {
    if ((route.request().postData() ?? '').includes('mutation AssignLead')) await assign(linus ?? null);
    return route.fallback();
  };
  await page.route('**/graphql', overtake);
  await select.selectOption('Grace');
  await page.getByText('Not assigned').waitFor();
  await expect.poll(() => select.inputValue()).toBe(linus);
  await page.unroute('**/graphql', overtake);
  await select.selectOption('Grace');
  await page.keyboard.press('Escape');
  await page.getByTitle('Assigned to Grace').waitFor();
  expect(complaints).toEqual([]);
  await close();

  const reader = await own.graphAs(['tasks:read', 'leads:read', 'events:read']);
  const phone = await openSignedIn(browser, { url: app.url, key: reader.key, path: '/tasks', width: 390 });
  await phone.page.getByRole('link', { name: 'Send the offer' }).click();
  await phone.page.getByRole('dialog').getByText('Assigned to Grace').waitFor();
  expect(await phone.page.getByRole('dialog').getByRole('combobox', { name: 'Assigned to' }).count()).toBe(0);
  await expectAccessible(phone.page);
  await phone.close();
});

const inviteAs = ({ graph }: TestWorkspace, name: string) =>
  graph.ask<{ inviteMember: { member: { id: string } } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { member { id } } }',
    { input: { name, email: `${crypto.randomUUID()}@example.com`, role: 'AGENT' } },
  );
