import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImapServer, noDovecot, openImapServer } from '../outside/returned/imap-server.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { button, expectAccessible, openSignedIn } from './browser-page.ts';

describe.skipIf(noDovecot !== null)(`a mailbox in the console${noDovecot ? ` (${noDovecot})` : ''}`, () => {
  let app: TestApp;
  let browser: Browser;
  let server: ImapServer;
  beforeAll(async () => {
    [app, browser, server] = await Promise.all([
      startTestApp({ outsideAllowedRanges: ['127.0.0.0/8'] }),
      launchChromium(),
      openImapServer(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await server.close();
  });

  it('is connected once it could be read, and says what is wrong where it stands; its password is shown nowhere', async () => {
    const { graph, keys } = await app.workspace();
    const user = `${randomUUID()}@box.example`;
    await server.append(user, 'From: ada@example.org\r\nSubject: Early\r\n\r\nHello\r\n');
    const mailboxes = async () =>
      (
        await graph.ask<{ syncSources: { nodes: { mailbox: object | null }[] } }>(
          '{ syncSources { nodes { mailbox { host port isSecure user folder } } } }',
        )
      ).syncSources.nodes.map(({ mailbox }) => mailbox);
    const { page, complaints, close } = await openSignedIn(browser, {
      url: app.url,
      key: keys.graphql,
      path: '/integrations',
    });
    await page.getByText('No sync source yet').waitFor();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Name' }).fill('Inbox');
    await page.getByRole('combobox', { name: 'What it is' }).selectOption('A mailbox, at Gmail or elsewhere');
    await button(page, 'Save').click();

    const host = page.getByRole('textbox', { name: 'Server' });
    await host.fill('not a server');
    await page.getByRole('checkbox', { name: 'Speaks TLS from the first byte' }).uncheck();
    await page.getByRole('textbox', { name: 'Port' }).fill(String(server.port));
    await page.getByRole('textbox', { name: 'User' }).fill(user);
    const password = page.getByRole('dialog').locator('input[type=password]');
    await password.fill('wrong');
    await button(page, 'Connect').click();
    await page.getByText('host: must be the name or address of a server').waitFor();
    expect(await host.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await host.fill('127.0.0.1');
    await button(page, 'Connect').click();
    const refused = page.getByRole('alert').filter({ hasText: 'The mailbox is not connected' });
    await refused.getByText('The mailbox refused the password.').waitFor();
    await expectAccessible(page);
    expect(await mailboxes()).toEqual([null]);
    await password.fill('right');
    await button(page, 'Connect').click();
    await page.getByText(`${user} at 127.0.0.1, INBOX`).waitFor();
    const connected = { host: '127.0.0.1', port: server.port, isSecure: false, user, folder: 'INBOX' };
    expect(await mailboxes()).toEqual([connected]);
    await expectAccessible(page);

    await button(page, 'Change the mailbox of Inbox').click();
    await expect.poll(() => host.inputValue()).toBe('127.0.0.1');
    expect(await password.inputValue()).toBe('');
    await password.fill('right');
    await page.getByRole('textbox', { name: 'Folder' }).fill('Nowhere');
    await button(page, 'Connect').click();
    await refused.getByText('no folder “Nowhere”').waitFor();
    await button(page, 'Cancel').click();
    expect(await mailboxes()).toEqual([connected]);

    await button(page, 'Disconnect the mailbox of Inbox').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('No mailbox is connected yet.').waitFor();
    expect(await mailboxes()).toEqual([null]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is not shown to whoever may not change it', async () => {
    const { graph, graphAs } = await app.workspace();
    await graph.ask('mutation { createSyncSource(input: { name: "Inbox", type: GMAIL }) { syncSource { id } } }');
    const { key } = await graphAs(['leads:read', 'events:read']);
    const { page, complaints, close } = await openSignedIn(browser, { url: app.url, key, path: '/integrations' });
    await page.getByRole('list', { name: 'Sync sources' }).getByText('Inbox', { exact: true }).waitFor();
    expect(await page.getByText('No mailbox is connected yet.').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
