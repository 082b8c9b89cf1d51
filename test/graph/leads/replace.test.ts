import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const selection = `name email phone company jobTitle status tier businessType seniority companyName linkedinUrl companySize
  companyRevenue crmData customFields stage { key } tags score temperature handle remark bant { need }`;

const full = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  phone: '+1 555',
  company: 'Acme',
  jobTitle: 'CEO',
  status: 'CONTACTED',
  stage: 'won',
  tier: 'HIGH',
  businessType: 'Clinic',
  seniority: 'VP',
  companyName: 'Acme Corp',
  linkedinUrl: 'https://linkedin.com/in/ada',
  companySize: '11-50',
  companyRevenue: '$1M',
  crmData: { a: 1 },
  customFields: { plan: 'gold' },
};
const beyond = {
  tags: ['vip'],
  score: 40,
  temperature: 'WARM',
  handle: 'u/ada',
  remark: 'nice',
  bant: { need: 'a bot' },
};

it('resets what is absent of the profile, replaces flexible data, and leaves the rest alone', async () => {
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { ...full, ...beyond } },
  );
  const replace = async (input: object) =>
    (
      await workspace.graph.ask<{ replaceLead: { lead: unknown } }>(
        `mutation ($id: ID!, $input: ReplaceLeadInput!) { replaceLead(id: $id, input: $input) { lead { ${selection} } } }`,
        { id: createLead.lead.id, input },
      )
    ).replaceLead.lead;
  const { firstName: _, lastName: __, stage: ___, ...shown } = full;

  expect(await replace(full)).toEqual({ ...shown, name: 'Ada Lovelace', stage: { key: 'won' }, ...beyond });
  expect(await replace({ firstName: 'Bea', email: 'bea@example.com', crmData: { b: 2 } })).toEqual({
    ...Object.fromEntries(Object.keys(shown).map((field) => [field, null])),
    name: 'Bea',
    email: 'bea@example.com',
    status: 'NEW',
    stage: { key: 'new' },
    crmData: { b: 2 },
    ...beyond,
  });
});
