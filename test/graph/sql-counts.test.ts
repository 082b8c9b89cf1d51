import { getNamedType, type GraphQLNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quincer } from '../../compat/quincer/dialect.ts';
import { schema } from '../../schema/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { countStatements, type StatementCounter } from '../support/count-statements.ts';
import { everythingOf } from '../support/everything-of.ts';
import { seedEverything, type Seeded } from '../support/seed-everything.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let counter: StatementCounter;
let seeded: Seeded;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  seeded = await seedEverything(app.database, workspace.orgId, 50);
  counter = countStatements(app.database);
});
afterAll(() => app.close());

const queries = schema.getQueryType()?.getFields() ?? {};

/** The selection of everything below a query field, `depth` references deep; its lists answer `nested` rows. */
function everything(field: string, depth: number, nested: number): string {
  const type = queries[field]?.type;
  if (!type) throw new Error(`There is no query field ${field}.`);
  return everythingOf(schema, getNamedType(type), depth).replaceAll('$nested', String(nested));
}

function conversationEvent(): GraphQLNamedType {
  const type = schema.getType('ConversationEvent');
  if (!type) throw new Error('There are no events of conversations.');
  return type;
}

/** The seeded events are a conversation's; all kinds of them at once are more than one operation may ask for. */
function everythingOfEvents(): string {
  const all = everythingOf(schema, conversationEvent(), 2);
  return `{ pageInfo { hasNextPage } nodes { ... on ConversationEvent ${all} } }`.replaceAll('$nested', '1');
}

const countGraph = async (query: string): Promise<number> =>
  (await counter.during(async () => workspace.graph.ask(`{ ${query} }`))).length;

/** One statement finds out who asks; the second number is for everything there is of each row and what it refers to. */
const lists = {
  apiKeys: { ids: 2, total: 3, everything: 12 },
  auditLog: { ids: 2, total: 3, everything: 5 },
  businesses: { ids: 2, total: 3, everything: 3 },
  campaigns: { ids: 2, total: 3, everything: 6 },
  conversations: { ids: 2, total: 3, everything: 15 },
  emails: { ids: 2, total: 3, everything: 5 },
  events: { ids: 2, total: null, everything: 11 },
  feedback: { ids: 2, total: 3, everything: 3 },
  feedbackInbox: { ids: 2, total: 3, everything: 3 },
  jobs: { ids: 2, total: 3, everything: 3 },
  leads: { ids: 2, total: 3, everything: 29 },
  members: { ids: 2, total: 3, everything: 3 },
  playbooks: { ids: 2, total: 3, everything: 3 },
  scheduledEmails: { ids: 2, total: 3, everything: 6 },
  providerCalls: { ids: 2, total: 3, everything: 3 },
  scraperRuns: { ids: 2, total: 3, everything: 3 },
  syncSources: { ids: 2, total: 3, everything: 8 },
  tasks: { ids: 2, total: 3, everything: 12 },
  webhookDeliveries: { ids: 2, total: 3, everything: 6 },
  webhookEndpoints: { ids: 2, total: 3, everything: 5 },
  widgets: { ids: 2, total: 3, everything: 8 },
} as const;

describe.each(Object.entries(lists))('the list %s', (field, expected) => {
  it.each([1, 50])('costs as many statements for %s rows as for any other number', async (rows) => {
    const list = `${field}(first: ${rows})`;
    expect({
      ids: await countGraph(`${list} { nodes { id } }`),
      total: expected.total && (await countGraph(`${list} { totalCount nodes { id } }`)),
      everything: await countGraph(`${list} ${field === 'events' ? everythingOfEvents() : everything(field, 2, 1)}`),
    }).toEqual(expected);
  });
});

/** With everything there is of the row, and the rows below it with what those refer to. */
const details = {
  conversation: { statements: 14, id: () => `cv_${seeded.conversations[0]}` },
  campaign: { statements: 5, id: () => `cmp_${seeded.campaigns[0]}` },
  lead: { statements: 28, id: () => `ld_${seeded.leads[0]}` },
  task: { statements: 11, id: () => `tsk_${seeded.tasks[0]}` },
};

it('connections are found in four statements, and shown whole in as many as any list of leads', async () => {
  const connected = (selection: string) => countGraph(`leadConnections(id: "${details.lead.id()}") ${selection}`);
  expect(await connected('{ lead { id } reasons }')).toBe(4);
  expect(
    await connected('{ lead { stage { name } business { name } notes(first: 2) { nodes { author { name } } } } }'),
  ).toBe(8);
});

it('a web of leads is found in as many statements as connections are', async () => {
  const web = (selection: string) => countGraph(`leadWeb(id: "${details.lead.id()}") { ${selection} isCut }`);
  expect(await web('nodes { id kind value } edges { leadId nodeId kind }')).toBe(4);
});

it('a playbook is recommended in five statements', async () => {
  const recommended = `recommendPlaybook(leadId: "${details.lead.id()}") ${everything('recommendPlaybook', 2, 1)}`;
  expect(await countGraph(recommended)).toBe(5);
});

it('an event costs as many statements as what is shown of it needs, beside itself', async () => {
  const { events } = await workspace.graph.ask<{ events: { nodes: { id: string }[] } }>(
    '{ events(first: 1) { nodes { id } } }',
  );
  const event = `event(id: "${events.nodes[0]?.id}")`;
  expect(await countGraph(`${event} { id }`)).toBe(2);
  const shown = everythingOf(schema, conversationEvent(), 2).replaceAll('$nested', '1');
  expect(await countGraph(`${event} { ... on ConversationEvent ${shown} }`)).toBe(11);
});

describe.each(Object.entries(details))('the single %s', (field, { statements, id }) => {
  it.each([1, 50])('costs as many statements with %s rows below it as with any other number', async (nested) => {
    expect(await countGraph(`${field}(id: "${id()}") ${everything(field, 1, nested)}`)).toBe(statements);
  });
});

describe('a list in a list in a list', () => {
  it.each([1, 50])('costs the same for %s rows', async (rows) => {
    const messages = `messages(first: 3) { totalCount nodes { author { name } } }`;
    const conversation = `conversation { takenOverBy { name } widget { business { name } } ${messages} }`;
    const tasks = `tasks(first: 3) { totalCount nodes { lead { stage { key } } ${conversation} } }`;
    expect(await countGraph(`leads(first: ${rows}) { totalCount nodes { ${tasks} } }`)).toBe(13);
  });
});

/** Those that are no lists of rows: alone, and with everything. */
const others = {
  automationRules: [2, 5],
  automationTriggers: [1, 1],
  stalledLeads: [3, 3],
  analytics: [4, 5],
  answersOverTime: [2, 2],
  deliveriesOverTime: [2, 2],
  firstResponsesOverTime: [2, 2],
  leadsOverTime: [3, 3],
  calendars: [2, 2],
  calendlyConnection: [2, 2],
  integrations: [4, 4],
  openClawSetup: [1, 1],
  unreadFeedback: [2, 2],
  viewer: [1, 4],
  stages: [2, 3],
  customFields: [2, 2],
  eventCursor: [2, 2],
  sources: [1, 1],
} as const;

describe('whatever is no list', () => {
  it.each(Object.entries(others))('%s has its number of statements', async (field, [alone, all]) => {
    const shallow = field === 'eventCursor' ? '' : '{ __typename }';
    expect(await countGraph(`${field} ${shallow}`)).toBe(alone);
    expect(await countGraph(`${field} ${everything(field, 2, 1)}`)).toBe(all);
  });

  it('node costs one statement beside the one that finds out who asks', async () => {
    for (const { id } of Object.values(details)) expect(await countGraph(`node(id: "${id()}") { id }`)).toBe(2);
  });
});

it('no query field is left out', () => {
  const counted = [
    ...Object.keys(lists),
    ...Object.keys(details),
    ...Object.keys(others),
    'node',
    'recommendPlaybook',
    'leadConnections',
    'leadWeb',
    'event',
    // Reads no row.
    'previewSyncSourceMapping',
    // See lead-counts.test.ts.
    'leadCounts',
  ];
  expect(counted.toSorted()).toEqual(Object.keys(queries).toSorted());
});

const restLists = { '/conversations': 5, '/leads': 3, '/tasks': 3 } as const;
const restDetails = {
  '/conversations/:id': { statements: 4, ids: () => seeded.conversations },
  '/leads/:id': { statements: 3, ids: () => seeded.leads },
  '/tasks/:id': { statements: 2, ids: () => seeded.tasks },
} as const;

describe('Quincer’s', () => {
  const countRest = async (path: string) => {
    const statements = await counter.during(async () => {
      expect((await workspace.quincer.get(`/api/v1${path}`)).status).toBe(200);
    });
    return statements.length;
  };

  it.each(Object.entries(restLists))('GET %s costs the same for 1 and for 50 rows', async (path, expected) => {
    expect([await countRest(`${path}?limit=1`), await countRest(`${path}?limit=50`)]).toEqual([expected, expected]);
  });

  it.each(Object.entries(restDetails))(
    'GET %s costs the same with 50 rows below it and with 1',
    async (path, expected) => {
      const counts = expected
        .ids()
        .slice(0, 2)
        .map((id) => path.replace(':id', id));
      for (const one of counts) expect(await countRest(one)).toBe(expected.statements);
    },
  );

  it('routes that read are all counted', () => {
    const read = quincer.routes.filter(({ method }) => method === 'get').map(({ path }) => path);
    expect([...Object.keys(restLists), ...Object.keys(restDetails)].toSorted()).toEqual(read.toSorted());
  });
});
