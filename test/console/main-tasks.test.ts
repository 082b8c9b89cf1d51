import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { createVisitor } from '../support/visitor.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { answerWith, openReceiver } from '../webhooks/receiver.ts';
import { openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'console', 'README.md'), 'utf8');

/** The keys that the README's table gives for a task. */
const keysOf = (task: string): string[] => {
  const cell =
    readme
      .split('\n')
      .find((line) => line.startsWith(`| ${task} `))
      ?.split('|')[2] ?? '';
  return cell.replaceAll('`', '').trim().split(/\s+/);
};

const names: Readonly<Record<string, string>> = { '⏎': 'Enter', '→': 'ArrowRight' };

type Task = {
  readonly page: Page;
  /** Presses the next keys of the table, up to this one. */
  readonly upTo: (key: string) => Promise<void>;
  readonly left: () => readonly string[];
  readonly close: () => Promise<void>;
};

async function begin(task: string, { keys }: TestWorkspace): Promise<Task> {
  const left = keysOf(task);
  const { page, close } = await openSignedIn(browser, { url: app.url, key: keys.graphql });
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  return {
    page,
    close,
    left: () => left,
    async upTo(key) {
      for (let pressed = ''; pressed !== key;) {
        pressed = left.shift() ?? key;
        await page.keyboard.press(names[pressed] ?? pressed);
      }
    },
  };
}

it('answer who waits', async () => {
  const workspace = await app.workspace();
  const visitor = createVisitor(app.url, workspace.keys.widget);
  const { body } = await visitor.say('I would like to talk to a person.');
  const { page, upTo, left, close } = await begin('answer who waits', workspace);
  await upTo('i');
  await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
  await upTo('j');
  await page.getByRole('button', { name: 'Take over' }).waitFor();
  await upTo('t');
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await upTo('r');
  await page.keyboard.type('Here I am.');
  await upTo('⏎');
  await expect
    .poll(async () => (await visitor.messages(body.conversation_id)).body.data.at(-1)?.content)
    .toBe('Here I am.');
  expect(left()).toEqual([]);
  await close();
});

it('find a failed delivery, retry it', async () => {
  await using receiver = await openReceiver(answerWith(500, 'out of order'));
  const workspace = await app.workspace();
  await workspace.graph.ask(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } } }',
    { url: receiver.url },
  );
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
  receiver.behaviour.answer = answerWith(204);
  const { page, upTo, left, close } = await begin('find a failed delivery, retry it', workspace);
  await upTo('w');
  await page.getByRole('list', { name: 'Deliveries' }).getByRole('link').first().waitFor();
  await upTo('f');
  await page.waitForURL(/show=failing/);
  await page.getByRole('list', { name: 'Deliveries' }).getByRole('link').first().waitFor();
  await upTo('j');
  await upTo('⏎');
  await page.getByText('The receiver failed by itself: it answered 500.').waitFor();
  await upTo('r');
  await page.getByText('The receiver took it with 204.').waitFor();
  expect(left()).toEqual([]);
  await close();
});

it('mint a key', async () => {
  const { page, upTo, left, close } = await begin('mint a key', await app.workspace());
  await upTo('d');
  await page.getByRole('button', { name: 'Make a key' }).waitFor();
  await upTo('c');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor();
  await page.keyboard.type('Importer');
  await upTo('⏎');
  await page.getByRole('region', { name: 'The key' }).waitFor();
  expect(left()).toEqual([]);
  await close();
});

it('move the first lead on to a stage', async () => {
  const workspace = await app.workspace();
  await workspace.graph.ask('mutation { createLead(input: { name: "Mover" }) { lead { id } } }');
  const { page, upTo, left, close } = await begin('move the first lead on to a stage', workspace);
  const card = (column: string) =>
    page.getByRole('region', { name: new RegExp(`^${column} `) }).getByRole('link', { name: 'Mover' });
  await upTo('l');
  await page.getByRole('link', { name: 'Mover' }).waitFor();
  await upTo('b');
  await card('New').waitFor();
  await upTo('j');
  await upTo('→');
  await card('Contacted').waitFor();
  expect(left()).toEqual([]);
  await close();
});
