import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function makeRule({ graph }: TestWorkspace): Promise<string> {
  const { createAutomationRule } = await graph.ask<{ createAutomationRule: { rule: { id: string } } }>(
    'mutation ($input: CreateAutomationRuleInput!) { createAutomationRule(input: $input) { rule { id } } }',
    { input: { name: 'Booked is won', trigger: 'MEETING_BOOKED', targetStage: 'won' } },
  );
  return createAutomationRule.rule.id;
}

async function makeJob({ graph }: TestWorkspace): Promise<string> {
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { email: "ada@acme.com" }) { lead { id } } }',
  );
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  await graph.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
    input: { type: 'ENRICHMENT', title: 'Look up', leadId: createLead.lead.id, dueAt, automated: true },
  });
  const { jobs } = await graph.ask<{ jobs: { nodes: { id: string }[] } }>('{ jobs { nodes { id } } }');
  return jobs.nodes[0]?.id ?? '';
}

async function makeSource({ graph }: TestWorkspace): Promise<string> {
  const { createSyncSource } = await graph.ask<{ createSyncSource: { syncSource: { id: string } } }>(
    'mutation { createSyncSource(input: { name: "Contact form", type: FORM_WEBHOOK }) { syncSource { id } } }',
  );
  return createSyncSource.syncSource.id;
}

type Kind = {
  readonly what: string;
  readonly screen: string;
  readonly make: (workspace: TestWorkspace) => Promise<string>;
  /** What leads to it on its screen. */
  readonly link: string;
  /** What is read of it there. */
  readonly shown: (page: Page) => Promise<void>;
  readonly missing: string;
};

const kinds: readonly Kind[] = [
  {
    what: 'a rule',
    screen: 'automation',
    make: makeRule,
    link: 'Booked is won',
    shown: (page) => page.getByRole('heading', { name: 'Booked is won', level: 1 }).waitFor(),
    missing: 'There is nothing at this address',
  },
  {
    what: 'a job',
    screen: 'jobs',
    make: makeJob,
    link: 'Task',
    shown: (page) => page.getByRole('dialog', { name: 'Job' }).getByText('Waiting').waitFor(),
    missing: 'There is no such job',
  },
  {
    what: 'a sync source',
    screen: 'integrations',
    make: makeSource,
    link: 'Contact form',
    shown: (page) => page.getByRole('dialog', { name: 'Contact form' }).getByText('Nothing came yet.').waitFor(),
    missing: 'There is no such source',
  },
];

it.each(kinds)('$what has an address that opens it; another’s and one that is gone are not there', async (kind) => {
  const [own, other] = [await app.workspace(), await app.workspace()];
  const [id, foreign] = [await kind.make(own), await kind.make(other)];
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: own.keys.graphql,
    path: `/${kind.screen}`,
  });
  await page.getByRole('main').getByRole('link', { name: kind.link, exact: true }).click();
  await page.waitForURL(`${app.url}/console/${kind.screen}/${id}`);
  await page.reload();
  await kind.shown(page);
  await expectAccessible(page);
  const gone = id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
  for (const missing of [foreign, gone]) {
    await page.goto(`${app.url}/console/${kind.screen}/${missing}`);
    await page.getByText(kind.missing).waitFor();
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.goto(`${app.url}/console/${kind.screen}/${id}`);
  await kind.shown(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});

it('the audit leads to a rule by its address, and a rule that is deleted there leads back to all', async () => {
  const workspace = await app.workspace();
  const id = await makeRule(workspace);
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: workspace.keys.graphql,
    path: `/audit?of=${id}`,
  });
  await page.getByRole('link', { name: 'automation_rule.created' }).click();
  await page.getByRole('link', { name: 'Open it' }).click();
  await page.waitForURL(`${app.url}/console/automation/${id}`);
  await page.getByRole('button', { name: 'More about Booked is won' }).click();
  await page.getByRole('menuitem', { name: 'Delete the rule' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No rule yet').waitFor();
  expect(page.url()).toBe(`${app.url}/console/automation`);
  expect(complaints).toEqual([]);
  await close();
});
