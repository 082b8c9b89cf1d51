import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphQLObjectType } from 'graphql';
import { schema } from '../../schema/index.ts';
import { allScopes } from '../../src/access/scopes.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { openEventStream } from '../support/event-stream.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { makeOfEach } from './make-of-each.ts';
import { type Ids, rootFields } from './root-fields.ts';

/** No key may: only the public signup route, which has none. */
const closed = 'Mutation.signUp';

let app: TestApp;
let workspace: TestWorkspace;
let ids: Ids;
const unknownIds: Ids = {
  lead: 'ld_01jqz5v8m3k9wfp2c7hx0dtbne',
  field: 'fld_01jqz5v8m3k9wfp2c7hx0dtbne',
  stage: 'stg_01jqz5v8m3k9wfp2c7hx0dtbne',
  feedback: 'fb_01jqz5v8m3k9wfp2c7hx0dtbne',
  organisation: 'org_01jqz5v8m3k9wfp2c7hx0dtbne',
  syncSource: 'src_01jqz5v8m3k9wfp2c7hx0dtbne',
  rule: 'rul_01jqz5v8m3k9wfp2c7hx0dtbne',
  playbook: 'pb_01jqz5v8m3k9wfp2c7hx0dtbne',
  campaign: 'cmp_01jqz5v8m3k9wfp2c7hx0dtbne',
  enrolment: 'enr_01jqz5v8m3k9wfp2c7hx0dtbne',
  spareLead: 'ld_01jqz5v8m3k9wfp2c7hx0dtbne',
  email: 'mail_01jqz5v8m3k9wfp2c7hx0dtbne',
  note: 'nt_01jqz5v8m3k9wfp2c7hx0dtbne',
  conversation: 'cv_01jqz5v8m3k9wfp2c7hx0dtbne',
  task: 'tsk_01jqz5v8m3k9wfp2c7hx0dtbne',
  job: 'job_01jqz5v8m3k9wfp2c7hx0dtbne',
  spareJob: 'job_01jqz5v8m3k9wfp2c7hx0dtbne',
  widget: 'wdg_01jqz5v8m3k9wfp2c7hx0dtbne',
  endpoint: 'whe_01jqz5v8m3k9wfp2c7hx0dtbne',
  delivery: 'whd_01jqz5v8m3k9wfp2c7hx0dtbne',
  key: 'key_01jqz5v8m3k9wfp2c7hx0dtbne',
  business: 'biz_01jqz5v8m3k9wfp2c7hx0dtbne',
  member: 'mem_01jqz5v8m3k9wfp2c7hx0dtbne',
};
const malformedIds: Ids = {
  lead: 'x',
  field: 'x',
  stage: 'x',
  note: 'x',
  feedback: 'x',
  organisation: 'x',
  syncSource: 'x',
  rule: 'x',
  playbook: 'x',
  campaign: 'x',
  enrolment: 'x',
  spareLead: 'x',
  email: 'x',
  conversation: 'x',
  task: 'x',
  job: 'x',
  spareJob: 'x',
  widget: 'x',
  endpoint: 'x',
  delivery: 'x',
  key: 'x',
  business: 'x',
  member: 'x',
};

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Answer = { data?: unknown; errors?: readonly { message: string; extensions: Record<string, unknown> }[] };

/** Sends one root field; of a subscription, how it began. */
async function ask(client: GraphClient, place: string, call: string): Promise<Answer> {
  const document = `${place.split('.')[0]!.toLowerCase()} { ${call} }`;
  if (!place.startsWith('Subscription')) return client.send(document);
  return openEventStream(app.url, client.key, document);
}

test('every root field says what it needs', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const known = roots
    .filter((type) => type instanceof GraphQLObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
  expect([...Object.keys(rootFields), closed].toSorted()).toEqual(known.toSorted());
});

const guarded = Object.entries(rootFields).flatMap(([place, { scopes, call }]) =>
  scopes.map((scope) => ({ place, scope, call })),
);

describe('a key that holds every scope but one', () => {
  test.each(guarded)('is refused $place for want of $scope, whatever it names', async ({ place, scope, call }) => {
    const client = await workspace.graphAs(allScopes.filter((held) => held !== scope));
    ids ??= await makeOfEach(workspace);
    for (const named of [ids, unknownIds, malformedIds]) {
      if (place === 'Query.node' && named === malformedIds) continue;
      const { errors } = await ask(client, place, call(named));
      expect(errors?.map(({ message, extensions }) => [extensions['code'], message])).toEqual([
        ['FORBIDDEN', expect.stringContaining(scope)],
      ]);
    }
  });
});

/** To reply, or to write, one must hold the conversation, which needs another scope; no provider is set up, and none of bookings could reach this server. */
const refusedAll = [
  'Mutation.replyToConversation',
  'Mutation.tellTyping',
  'Mutation.connectCalendar',
  'Mutation.connectCalendly',
  'Mutation.connectMailbox',
  'Mutation.testIntegration',
];

describe('a key that holds nothing but what is needed', () => {
  test.each(Object.entries(rootFields))('%s works', async (place, { scopes, further = [], call }) => {
    const tenant = await app.workspace();
    const client = await tenant.graphAs([...scopes, ...further]);
    const own = await makeOfEach(tenant);
    const { errors = [] } = await ask(client, place, call(own));
    const expected = refusedAll.includes(place) ? ['CONFLICT'] : [];
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(expected);
  });

  test('replies in a conversation that it holds', async () => {
    const client = await workspace.graphAs(['conversations:takeover', 'conversations:reply']);
    const { conversation } = await makeOfEach(workspace);
    const taken = await client.send(
      `mutation { takeOverConversation(id: "${conversation}") { conversation { status } } }`,
    );
    const replied = await client.send(
      `mutation { replyToConversation(id: "${conversation}", message: "Hi") { message { content } } }`,
    );
    expect([...taken.errors, ...replied.errors]).toEqual([]);
  });
});

test('a lead’s task history comes with the lead, an event with its delivery', async () => {
  ids ??= await makeOfEach(workspace);
  const client = await workspace.graphAs(['leads:read', 'webhooks:read']);
  const document = `{ lead(id: "${ids.lead}") { tasks { nodes { id } } } webhookDeliveries(first: 1) { nodes { event { id } } } }`;
  expect((await client.send(document)).errors).toEqual([]);
});

test('no key may make a workspace', async () => {
  const answer = await workspace.graph.send('mutation { signUp(input: { email: "ada@example.com" }) { apiKey } }');
  expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
});

describe('what lies below a field is guarded as well', () => {
  test.each([
    ['leads:read', 'conversations:read', ({ lead }: Ids) => `lead(id: "${lead}") { id conversation { id } }`],
    [
      'conversations:read',
      'leads:read',
      ({ conversation }: Ids) => `conversation(id: "${conversation}") { id lead { id } }`,
    ],
    [
      'events:read',
      'leads:read',
      () =>
        'events(first: 1, types: [NOTE_CREATED]) { nodes { ... on LeadEvent { lead { notes { nodes { id } } } } } }',
    ],
    [
      'events:read',
      'leads:read',
      () =>
        'events(first: 1, types: [NOTE_CREATED]) { nodes { ... on LeadEvent { lead { touchpoints { nodes { id } } } } } }',
    ],
    [
      'events:read',
      'leads:read',
      () => 'events(first: 1, types: [NOTE_CREATED]) { nodes { ... on LeadEvent { note { lead { id } } } } }',
    ],
    ['leads:read', 'automation:read', ({ lead }: Ids) => `lead(id: "${lead}") { automationRuns { nodes { id } } }`],
    ['leads:read', 'campaigns:read', ({ lead }: Ids) => `lead(id: "${lead}") { enrolments { nodes { id } } }`],
    [
      'campaigns:read',
      'leads:read',
      ({ campaign }: Ids) => `campaign(id: "${campaign}") { enrolments { nodes { lead { id } } } }`,
    ],
    ['campaigns:read', 'leads:read', () => 'scheduledEmails(first: 1) { nodes { lead { id } } }'],
    [
      'events:read',
      'campaigns:read',
      () => 'events(first: 1, types: [CAMPAIGN_ENROLLED]) { nodes { ... on LeadEvent { enrolment { id } } } }',
    ],
    ['tasks:read', 'leads:read', ({ task }: Ids) => `task(id: "${task}") { id lead { id } }`],
    ['tasks:read', 'conversations:read', ({ task }: Ids) => `task(id: "${task}") { id conversation { id } }`],
  ] as const)('a key with %s and not %s', async (held, lacking, call) => {
    ids ??= await makeOfEach(workspace);
    const document = `{ ${call(ids)} }`;
    const refused = await (await workspace.graphAs([held])).send(document);
    expect(refused.errors).toMatchObject([
      { message: `API key lacks required scope: ${lacking}`, extensions: { code: 'FORBIDDEN', scope: lacking } },
    ]);
    expect((await (await workspace.graphAs([held, lacking])).send(document)).errors).toEqual([]);
  });
});
