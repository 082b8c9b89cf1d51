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
  await page.getByText('What comes due goes out by the mail server').waitFor();
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
  await page.getByText('Paused: nobody is enrolled; mail that is queued goes out all the same').waitFor();
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
});

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
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  await page.getByRole('link', { name: 'Warm up' }).click();
  await page.getByRole('list', { name: 'Enrolments' }).waitFor();
  expect(await page.getByRole('button', { name: /^(Pause|Resume|Take out|Enrol|More)/ }).count()).toBe(0);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await close();
});

it('makes a rule by keyboard, says whom it is for now, changes and deletes it', async () => {
  const workspace = await app.workspace('Rules');
  const { graph, keys } = workspace;
  await graph.ask('mutation { createLead(input: { name: "Hi", tier: HIGH }) { lead { id } } }');
  await graph.ask('mutation { createLead(input: { name: "Lo", tier: LOW }) { lead { id } } }');
  const rules = async () => {
    const conditions = 'conditions { fromStage { key } tier minConfidenceScore minDaysSinceTouch }';
    const of = `name trigger priority enabled targetStage { key } ${conditions}`;
    return (await graph.ask<{ automationRules: object[] }>(`{ automationRules { ${of} } }`)).automationRules;
  };
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: keys.graphql,
    path: '/automation',
  });
  await page.getByText('No rule yet').waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await dialog.waitFor();
  await page.keyboard.type('Idle is lost');
  const trigger = dialog.getByRole('combobox', { name: 'What sets it off' });
  await dialog.getByRole('spinbutton', { name: 'Confidence at least' }).waitFor();
  expect(await dialog.getByRole('spinbutton', { name: 'Days without contact' }).count()).toBe(0);
  await trigger.selectOption('NO_TOUCH');
  await dialog.getByRole('spinbutton', { name: 'Days without contact' }).fill('30');
  await dialog.getByRole('combobox', { name: 'Moves the lead to' }).selectOption('Lost');
  await dialog.getByRole('combobox', { name: 'From stage' }).selectOption('New');
  await dialog.getByText('2 leads are').waitFor();
  await dialog.getByRole('combobox', { name: 'Tier' }).selectOption('HIGH');
  await dialog.getByText('1 lead is').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('spinbutton', { name: 'Priority' }).press('Enter');
  const row = page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  await row.getByText('Idle is lost', { exact: true }).waitFor();
  const made = {
    name: 'Idle is lost',
    trigger: 'NO_TOUCH',
    priority: 0,
    enabled: true,
    targetStage: { key: 'lost' },
    conditions: { fromStage: { key: 'new' }, tier: 'HIGH', minConfidenceScore: null, minDaysSinceTouch: 30 },
  };
  expect(await rules()).toEqual([made]);

  await row.getByRole('button', { name: 'More about Idle is lost' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Edit the rule' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit the rule' });
  await edit.getByRole('combobox', { name: 'What sets it off' }).selectOption('QUIZ_COMPLETED');
  await edit.getByRole('spinbutton', { name: 'Confidence at least' }).fill('70');
  await edit.getByRole('combobox', { name: 'Moves the lead to' }).selectOption('New');
  await edit.getByRole('button', { name: 'Save' }).click();
  await edit.getByRole('alert').getByText('is the stage that the rule moves leads from').waitFor();
  await edit.getByRole('combobox', { name: 'From stage' }).selectOption('');
  await edit.getByRole('button', { name: 'Save' }).click();
  await row.getByText('Moves it to New').waitFor();
  expect(await rules()).toEqual([
    {
      ...made,
      trigger: 'QUIZ_COMPLETED',
      targetStage: { key: 'new' },
      conditions: { fromStage: null, tier: 'HIGH', minConfidenceScore: 70, minDaysSinceTouch: null },
    },
  ]);

  await row.getByRole('button', { name: 'More about Idle is lost' }).click();
  await page.getByRole('menuitem', { name: 'Delete the rule' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No rule yet').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('makes a campaign, enrols leads in it, changes and deletes it, on a phone', async () => {
  const workspace = await app.workspace('Campaigns');
  const { graph, keys } = workspace;
  await graph.ask('mutation { createLead(input: { name: "Ada", email: "ada@example.com" }) { lead { id } } }');
  await graph.ask('mutation { createLead(input: { name: "No Mail" }) { lead { id } } }');
  const campaigns = async () => {
    const of = 'name trigger conditions { toStage { key } } steps { subject body delayHours }';
    return (await graph.ask<{ campaigns: { nodes: object[] } }>(`{ campaigns { nodes { ${of} } } }`)).campaigns.nodes;
  };
  const { page, complaints, close } = await openSignedIn(browser, {
    url: app.url,
    key: keys.graphql,
    path: '/automation',
    width: 390,
    colorScheme: 'dark',
  });
  await page.getByRole('button', { name: 'New campaign' }).click();
  const dialog = page.getByRole('dialog', { name: 'New campaign' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Welcome');
  expect(await dialog.getByRole('combobox', { name: 'Tier' }).count()).toBe(0);
  await dialog.getByRole('combobox', { name: 'What enrols leads' }).selectOption('STAGE_CHANGED');
  await dialog.getByRole('combobox', { name: 'To stage' }).selectOption('Qualified');
  const mail = (number: number) => dialog.getByRole('group', { name: `Mail ${number}` });
  await mail(1).getByText('Placeholders such as {{firstName}} stand for').waitFor();
  await mail(1).getByRole('textbox', { name: 'Subject' }).fill('Hello');
  await mail(1).getByRole('textbox', { name: 'Text' }).fill('Good to have you.');
  await dialog.getByRole('button', { name: 'Add a mail' }).click();
  await mail(2).getByRole('textbox', { name: 'Subject' }).fill('Again');
  await mail(2).getByRole('textbox', { name: 'Text' }).fill('Still there?');
  await dialog.getByRole('button', { name: 'Add a mail' }).click();
  await dialog.getByRole('button', { name: 'Remove mail 3' }).click();
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await dialog.getByRole('button', { name: 'Make the campaign' }).click();
  await page.getByRole('heading', { name: 'Welcome', level: 1 }).waitFor();
  const written = [
    { subject: 'Hello', body: 'Good to have you.', delayHours: 0 },
    { subject: 'Again', body: 'Still there?', delayHours: 48 },
  ];
  const made = { name: 'Welcome', trigger: 'STAGE_CHANGED', conditions: { toStage: { key: 'qualified' } } };
  expect(await campaigns()).toEqual([{ ...made, steps: written }]);

  await page.keyboard.press('n');
  const found = page.getByRole('list', { name: 'Leads to enrol' });
  await found.getByRole('button', { name: 'Enrol No Mail' }).press('Enter');
  await found.getByRole('alert').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.getByRole('textbox', { name: 'Find leads' }).fill('ada@');
  await expect.poll(() => found.getByRole('listitem').count()).toBe(1);
  await found.getByRole('button', { name: 'Enrol Ada' }).press('Enter');
  await found.getByText('Enrolled', { exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.getByRole('list', { name: 'Enrolments' }).getByRole('link', { name: 'Ada' }).waitFor();

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit the campaign' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit the campaign' });
  await edit.getByRole('combobox', { name: 'What enrols leads' }).selectOption('MANUAL');
  await edit.getByRole('group', { name: 'Mail 2' }).getByRole('spinbutton').fill('5');
  await edit.getByRole('combobox', { name: 'Hours or days until mail 2' }).selectOption('hours');
  await edit.getByRole('button', { name: 'Save' }).click();
  await page.getByText('5 hours later').waitFor();
  expect(await campaigns()).toEqual([
    { name: 'Welcome', trigger: 'MANUAL', conditions: null, steps: [written[0], { ...written[1], delayHours: 5 }] },
  ]);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete the campaign' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No campaign yet').waitFor();
  expect(await campaigns()).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
