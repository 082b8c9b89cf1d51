import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { launchChromium } from '../support/browser.ts';
import { expectAccessible, openSignedIn } from './browser-page.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => void ([app, browser] = await Promise.all([startTestApp(), launchChromium()])));
afterAll(async () => {
  await browser.close();
  await app.close();
});

const steps = [
  { subject: 'Nice to meet you', body: 'Hello {{firstName}}', delayHours: 0 },
  { subject: 'Still there?', body: 'Just asking.', delayHours: 48 },
];

/** Short ways to make what the screen shows. */
const automate = ({ graph }: TestWorkspace) => ({
  rule: (input: object = {}) =>
    graph.ask('mutation ($input: CreateAutomationRuleInput!) { createAutomationRule(input: $input) { rule { id } } }', {
      input: { name: 'Booked is won', trigger: 'MEETING_BOOKED', targetStage: 'won', ...input },
    }),
  campaign: () =>
    graph.ask('mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }', {
      input: { name: 'Warm up', trigger: 'CTA_CLICKED', steps },
    }),
  /** A lead that did this; answers its id. */
  async lead(name: string, type: string): Promise<string> {
    const { createLead: made } = await graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
      { input: { name, email: `${crypto.randomUUID()}@example.com` } },
    );
    const touch = 'mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { touchpoint { id } } }';
    await graph.ask(touch, { input: { leadId: made.lead.id, type } });
    return made.lead.id;
  },
});

it('tells what rules and campaigns did to leads, and switches them off', async () => {
  const workspace = await app.workspace();
  const make = automate(workspace);
  const key = workspace.keys.graphql;
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key,
    path: '/automation',
    colorScheme: 'dark',
  });
  await page.getByText('No rule yet').waitFor();
  await page.getByText('No campaign yet').waitFor();
  await page.getByText('No mail leaves this server').waitFor();
  await expectAccessible(page);

  await make.rule();
  await make.campaign();
  await make.lead('Ada Booked', 'MEETING_BOOKED');
  await make.lead('Bo Clicked', 'CTA_CLICKED');
  await page.reload();
  const rules = page.getByRole('list', { name: 'Rules' });
  await rules.getByRole('link', { name: 'Ada Booked' }).waitFor();
  await page.getByText('1 lead enrolled').waitFor();
  await page.getByText('2 mails', { exact: true }).waitFor();
  await expectAccessible(page);
  await rules.getByRole('switch', { name: 'Booked is won acts' }).press('Space');
  await page.getByText('“Booked is won” is off').waitFor();
  const second = await make.lead('Cy Booked', 'MEETING_BOOKED');
  const { lead } = await workspace.graph.ask<{ lead: { stage: { key: string } } }>(
    'query ($id: ID!) { lead(id: $id) { stage { key } } }',
    { id: second },
  );
  expect(lead.stage.key).toBe('new');

  await page.getByRole('link', { name: 'Warm up' }).click();
  await page.getByText('2 days later').waitFor();
  await page.getByRole('button', { name: 'Pause the campaign' }).click();
  await page.getByText('Paused: nobody is enrolled, and what is queued stays so').waitFor();
  await make.lead('Di Clicked', 'CTA_CLICKED');
  await page.getByRole('button', { name: 'Take out Bo Clicked' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await page.getByText('Ended early: somebody took it out').waitFor();
  await page.getByText('No mail in this state').waitFor();
  await page.getByRole('combobox', { name: 'Mail that is' }).selectOption('Skipped');
  await page.getByRole('list', { name: 'Mail' }).getByText('Still there?').waitFor();
  expect(await page.getByRole('list', { name: 'Enrolments' }).getByRole('listitem').count()).toBe(1);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

it('offers nothing to change to whoever only reads, on a phone as well', async () => {
  const workspace = await app.workspace('Read only');
  const make = automate(workspace);
  await make.rule({ enabled: false });
  await make.campaign();
  await make.lead('Bo Clicked', 'CTA_CLICKED');
  const reader = await workspace.graphAs(['automation:read', 'campaigns:read', 'events:read']);
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: reader.key,
    path: '/automation',
    width: 390,
  });
  await page.getByRole('list', { name: 'Rules' }).getByText('Off', { exact: true }).waitFor();
  expect(await page.getByRole('switch').count()).toBe(0);
  await page.getByRole('link', { name: 'Warm up' }).click();
  await page.getByRole('list', { name: 'Enrolments' }).waitFor();
  expect(await page.getByRole('button', { name: /^(Pause|Resume|Take out)/ }).count()).toBe(0);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
