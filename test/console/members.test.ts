import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { launchChromium } from '../support/browser.ts';
import { button, expectAccessible, openPage, openSignedIn } from './browser-page.ts';

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

const invite = async (name: string, role: string): Promise<{ readonly id: string; readonly hash: string }> => {
  const { inviteMember } = await workspace.graph.ask<{ inviteMember: { url: string; member: { id: string } } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url member { id } } }',
    { input: { name, email: `${name.toLowerCase()}@example.com`, role } },
  );
  return { id: inviteMember.member.id, hash: new URL(inviteMember.url).hash };
};

it('invites somebody by a link shown once, changes the role and back, signs out, and removes', async () => {
  const key = workspace.keys.graphql;
  const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/members' });
  await page.getByText('Nobody is on the team yet').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.com');
  await page.getByText(/Reads leads, conversations, tasks and figures/).waitFor();
  await expectAccessible(page);
  await button(page, 'Make the link').click();
  const link = (await page.getByRole('region', { name: 'The link' }).textContent()) ?? '';
  await button(page, 'I have copied it').click();
  expect(await page.content()).not.toContain(new URL(link).hash);

  const ada = await openPage(browser, `${app.url}/console${new URL(link).hash}`);
  await ada.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Ada' }).click();
  await page.getByRole('heading', { name: 'Ada', level: 2 }).waitFor();
  await page.getByText('No conversation now.').waitFor();
  await expectAccessible(page);
  const role = page.getByRole('combobox', { name: 'Change the role' });
  await role.selectOption('VIEWER');
  await page.getByText('Role changed').waitFor();
  await expect.poll(() => role.inputValue()).toBe('VIEWER');
  await button(page, 'Undo').click();
  await expect.poll(() => role.inputValue()).toBe('AGENT');

  await button(page, 'Sign out everywhere').click();
  await page.getByText('1 session ended').waitFor();
  await ada.page.getByRole('textbox', { name: 'API key' }).waitFor();
  await ada.close();
  await button(page, 'Remove').click();
  await page.getByText(/conversations they hold go back to the AI/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Ada is off the team').waitFor();
  await page.getByText('Nobody is on the team yet').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('a role that somebody else changed meanwhile is not taken back, and said', async () => {
  const { id } = await invite('Rita', 'AGENT');
  const key = workspace.keys.graphql;
  const { page, close } = await openSignedIn(browser, { url: app.url, key, path: '/members' });
  await page.getByRole('link', { name: 'Rita' }).click();
  const role = page.getByRole('combobox', { name: 'Change the role' });
  await role.selectOption('VIEWER');
  // It stays open under the pointer.
  await button(page, 'Undo').hover();
  await workspace.graph.ask('mutation ($id: ID!) { updateMember(id: $id, input: { role: ADMIN }) { member { id } } }', {
    id,
  });
  await button(page, 'Undo').click();
  await page.getByText('The role was changed meanwhile: it is Admin.').waitFor();
  await expect.poll(() => role.inputValue()).toBe('ADMIN');
  await close();
});

it('offers an admin neither the role of an owner nor anything to do to one, and an agent only the own way out', async () => {
  const [owner, admin, agent] = [
    await invite('Olga', 'OWNER'),
    await invite('Amir', 'ADMIN'),
    await invite('Gus', 'AGENT'),
  ];
  const opened = await openPage(browser, `${app.url}/console${admin.hash}`, { width: 390, colorScheme: 'dark' });
  const { page } = opened;
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await page.goto(`${app.url}/console/members`);
  await page.getByRole('list', { name: 'Members' }).waitFor();
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await button(page, 'Invite somebody').click();
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
  expect(await page.getByRole('dialog').getByRole('radio').count()).toBe(3);
  await page.goto(`${app.url}/console/members/${owner.id}`);
  await page.getByRole('heading', { name: 'Olga', level: 2 }).waitFor();
  expect(await button(page, 'Remove').count()).toBe(0);
  await page.goto(`${app.url}/console/members/${agent.id}`);
  await button(page, 'Make another link').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await opened.close();

  const own = await openPage(browser, `${app.url}/console${agent.hash}`);
  await own.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await own.page.goto(`${app.url}/console/members/${agent.id}`);
  await button(own.page, 'Sign out everywhere').waitFor();
  for (const name of ['Invite somebody', 'Remove', 'Make another link'])
    expect(await button(own.page, name).count()).toBe(0);
  await own.page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query Members') ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await own.page.goto(`${app.url}/console/members`);
  await own.page.getByRole('alert').getByText('The server cannot be reached').waitFor();
  await expectAccessible(own.page);
  await own.close();
});
