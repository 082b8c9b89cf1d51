import type { Clawcrm } from '../workspace.ts';

/** What a route answers with success, and what else would be wrong of it than its shapes tell. */
export type Sound = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** By what is wrong: the fields that make the body so. */
  readonly wrong?: Readonly<Record<string, object>>;
  /** The status of a success that this installation cannot give. */
  readonly status?: number;
};

const name = () => `x${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
const email = () => `${name()}@example.com`;
const leadId = async (api: Clawcrm) => (await api.lead()).id;

/** The id of what a POST makes. */
async function made(api: Clawcrm, path: string, body: object): Promise<string> {
  const { status, json } = await api.post(path, body);
  if (status !== 201) throw new Error(`POST ${path} makes nothing: ${JSON.stringify(json)}`);
  return json.id;
}

const step = { subject: 'Hi', body: 'Hello', delayHours: 1 };
const campaign = (trigger = 'manual') => ({ name: name(), trigger, steps: [step], ai_enabled: true, ai_config: {} });
const newField = () => ({ name: name(), label: 'Plan', fieldType: 'select', options: ['a', 'b'], required: false });
const newSource = () => ({ name: name(), type: 'gmail', targetStage: 'New', config: {}, enabled: true });
const newFeedback = { type: 'bug', title: 'Brief', agent: 'a', priority: 'low', description: 'b', context: {} };
const newTouchpoint = { type: 'call', channel: 'phone', summary: 'a', metadata: {}, occurredAt: '2026-01-01' };
const newRule = () => ({ name: name(), triggerEvent: 'cta_clicked', conditions: {}, targetStage: 'Won', priority: 1 });

const newLead = () => ({
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: email(),
  tier: 'high',
  status: 'new',
  stage: 'New',
  crmData: {},
  customFields: {},
  allowDuplicate: false,
});

const wrongLead = {
  'an address that is none': { email: 'nobody' },
  'an address without a host': { email: 'a@' },
  'no first name': { firstName: ' ' },
  'a stage there is not': { stage: 'nowhere' },
  'fields that are computed': { confidenceScore: 99 },
  'a first name of null': { firstName: null },
  'an address of null': { email: null },
};

const wrongPatch = {
  ...wrongLead,
  'restoring and changing at once': { restore: true },
  'restoring what false restores': { restore: false },
};

const anotherId = { 'another id than that of the path': { id: 'rp_01jqz5v8m3k9wfp2c7hx0dtbne' } };

const wrongStep = (more: object) => ({ steps: [{ ...step, ...more }] });

const wrongCampaign = {
  'no name': { name: ' ' },
  'no steps': { steps: [] },
  'nine steps': { steps: Array.from({ length: 9 }, () => step) },
  'a negative delay': wrongStep({ delayHours: -1 }),
  'a delay of more than a year': wrongStep({ delayHours: 8761 }),
  'a mail without a subject': wrongStep({ subject: '' }),
  'conditions of a manual one': { conditions: { tier: 'high' } },
  'a stage that a touch does not tell': { trigger: 'cta_clicked', conditions: { toStage: 'New' } },
  'a stage there is not': { trigger: 'stage_changed', conditions: { fromStage: 'nowhere' } },
  'no view': { trigger: 'cta_clicked', conditions: { viewCount: { gte: 0 } } },
  'a score above 100': { trigger: 'cta_clicked', conditions: { confidenceScore: { gte: 101 } } },
  'another comparison': { trigger: 'cta_clicked', conditions: { viewCount: { lte: 1 } } },
};

const wrongField = {
  'a name with a hyphen': { name: 'a-b' },
  'a name that begins with a digit': { name: '1a' },
  'no label': { label: '' },
  'no options': { options: [] },
  'the same option twice': { options: ['a', 'a'] },
  'options of a number': { fieldType: 'number' },
};

const setup = {
  projectSlug: 'my-company',
  org: { name: 'Acme Corp', industry: 'SaaS', bookingLink: 'https://calendly.com/acme' },
  stages: [
    { name: 'New', order: 0, isDefault: true },
    { name: 'Won', order: 1 },
  ],
};

const wrongSetup = {
  'a slug with a slash': { projectSlug: 'a/b' },
  'no name': { org: { name: ' ' } },
  'an address that runs': { org: { bookingLink: 'javascript:alert(1)' } },
  'no address': { org: { bookingLink: 'calendly' } },
  'no stages': { stages: [] },
  'two defaults': {
    stages: [
      { name: 'A', isDefault: true },
      { name: 'B', isDefault: true },
    ],
  },
  'one stage twice': { stages: [{ name: 'A' }, { name: 'a' }] },
};

const wrongTouchpoint = {
  'a time to come': { occurredAt: '2999-01-01' },
  'a time before 2000': { occurredAt: '1999-12-31' },
  'no time': { occurredAt: 'yesterday' },
  'the 30th of February': { occurredAt: '2025-02-30' },
  'a channel of 51 characters': { channel: 'x'.repeat(51) },
};

const wrongFeedback = { 'no title': { title: ' ' }, 'an answer': { response: 'Done' } };
const wrongScore = {
  neither: { leadId: undefined },
  both: { all: true },
  'not all': { leadId: undefined, all: false },
};
const wrongRule = {
  'a priority beyond its bounds': { priority: 1001 },
  'a stage there is not': { targetStage: 'nowhere' },
  'a trigger of another dialect': { triggerEvent: 'CTA_CLICKED' },
};

async function ruleId(api: Clawcrm): Promise<string> {
  const make = 'mutation ($input: CreateAutomationRuleInput!) { createAutomationRule(input: $input) { rule { id } } }';
  const input = { name: name(), trigger: 'CTA_CLICKED', targetStage: 'Won' };
  return (await api.graph(make, { input })).createAutomationRule.rule.id;
}

/** By method and path as the route table has them. Routes without an entry need nothing. */
export const soundRequests: Readonly<Record<string, (api: Clawcrm) => Sound | Promise<Sound>>> = {
  'post /signup': () => ({
    body: { email: email(), workspace_name: name(), agent_name: 'Agent', agent_platform: 'openclaw' },
    wrong: { 'an address that is none': { email: 'nobody' }, 'no address': { email: '' } },
  }),
  'post /setup': () => ({ body: setup, wrong: wrongSetup }),
  'post /feedback': () => ({ body: newFeedback, wrong: wrongFeedback }),
  'patch /feedback/:id': async (api) => ({
    params: { id: await made(api, '/feedback', newFeedback) },
    body: { acknowledged: true },
    wrong: { 'an answer as well': { status: 'closed' }, nothing: { acknowledged: undefined } },
  }),
  'post /stages': () => ({ body: { name: name(), order: 1, isDefault: false }, wrong: { 'no name': { name: ' ' } } }),
  'put /stages': async (api) => ({
    body: { id: await made(api, '/stages', { name: name() }), name: name(), order: 2, isDefault: false },
    wrong: { 'no name': { name: ' ' } },
  }),
  'delete /stages': async (api) => ({ query: { id: await made(api, '/stages', { name: name() }), moveTo: 'New' } }),
  'post /stages/sync-sources': () => ({ body: newSource(), wrong: { 'no stage': { targetStage: 'nowhere' } } }),
  'put /stages/sync-sources': async (api) => ({
    body: { id: await made(api, '/stages/sync-sources', newSource()), ...newSource() },
    wrong: { 'no stage': { targetStage: 'nowhere' } },
  }),
  'delete /stages/sync-sources': async (api) => ({
    query: { id: await made(api, '/stages/sync-sources', newSource()) },
  }),
  'post /leads': () => ({ body: newLead(), wrong: wrongLead }),
  'put /leads': async (api) => ({ body: { id: await leadId(api), ...newLead() }, wrong: wrongLead }),
  'patch /leads': async (api) => ({ body: { id: await leadId(api), ...newLead() }, wrong: wrongPatch }),
  'delete /leads': async (api) => ({ query: { id: await leadId(api) } }),
  'get /leads/:id': async (api) => ({ params: { id: await leadId(api) } }),
  'put /leads/:id': async (api) => ({
    params: { id: await leadId(api) },
    body: newLead(),
    wrong: { ...wrongLead, ...anotherId },
  }),
  'patch /leads/:id': async (api) => ({
    params: { id: await leadId(api) },
    body: newLead(),
    wrong: { ...wrongPatch, ...anotherId },
  }),
  'delete /leads/:id': async (api) => ({ params: { id: await leadId(api) } }),
  'post /fields': () => ({ body: newField(), wrong: wrongField }),
  'put /fields': async (api) => {
    const field = newField();
    return {
      body: { ...field, id: await made(api, '/fields', field) },
      wrong: { ...wrongField, 'another name': { name: 'another' } },
    };
  },
  'delete /fields': async (api) => ({ query: { id: await made(api, '/fields', newField()) } }),
  'post /leads/score': async (api) => ({ body: { leadId: await leadId(api) }, wrong: wrongScore }),
  'get /notes': async (api) => ({ query: { leadId: await leadId(api) } }),
  'post /notes': async (api) => ({
    body: { leadId: await leadId(api), content: 'A', type: 'manual', pinned: true },
    wrong: { 'no content': { content: ' ' } },
  }),
  'put /notes': async (api) => ({
    body: { id: await made(api, '/notes', { leadId: await leadId(api), content: 'A' }), content: 'B', pinned: true },
    wrong: { 'no content': { content: ' ' } },
  }),
  'delete /notes': async (api) => ({
    query: { id: await made(api, '/notes', { leadId: await leadId(api), content: 'A' }) },
  }),
  'get /touchpoints': async (api) => ({ query: { leadId: await leadId(api) } }),
  'post /touchpoints': async (api) => ({
    body: { leadId: await leadId(api), ...newTouchpoint },
    wrong: wrongTouchpoint,
  }),
  'post /playbooks': async (api) => ({ body: { leadId: await leadId(api) } }),
  'post /enrich': async (api) => ({ body: { leadId: await leadId(api), force: false } }),
  'get /enrich': async (api) => ({ query: { leadId: await leadId(api) } }),
  'post /enrich/bulk': async (api) => ({
    body: { leadIds: [await leadId(api)], forceRefresh: false },
    wrong: { 'six leads': { leadIds: Array.from({ length: 6 }, () => 'rp_01jqz5v8m3k9wfp2c7hx0dtbne') } },
  }),
  'post /enrich/spider-web': async (api) => ({ body: { leadId: await leadId(api) } }),
  'post /campaigns': () => ({ body: campaign(), wrong: wrongCampaign }),
  'post /campaigns/:id/enroll': async (api) => ({
    params: { id: await made(api, '/campaigns', campaign()) },
    body: { leadId: await leadId(api) },
  }),
  'post /integrations/calendly': () => ({
    body: { personal_access_token: 'eyJ' },
    wrong: { 'no token': { personal_access_token: '' } },
    status: 409,
  }),
  'post /automation/rules': () => ({ body: newRule(), wrong: wrongRule }),
  'put /automation/rules': async (api) => ({
    body: { id: await ruleId(api), enabled: true, targetStage: 'Won', priority: 1 },
    wrong: { 'a priority beyond its bounds': { priority: 1001 }, 'a stage there is not': { targetStage: 'nowhere' } },
  }),
  'delete /automation/rules': async (api) => ({ query: { id: await ruleId(api) } }),
};
