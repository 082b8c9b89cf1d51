import { getNamedType, isInterfaceType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { randomChange } from '../db/reader/random-rows.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createChance } from '../support/chance.ts';
import { countStatements, type StatementCounter } from '../support/count-statements.ts';
import { seedEverything } from '../support/seed-everything.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let counter: StatementCounter;

const factors = {
  quizScore: 1,
  tier: 2,
  proposalViews: 3,
  videoWatched: 4,
  ctaClicked: 5,
  meetingBooked: 6,
  enrichment: 7,
  staleness: -8,
};

/** Something in nearly every column of the rows whose columns are chosen. */
async function fill(orgId: string): Promise<void> {
  const { prisma } = app.database;
  const chance = createChance(5);
  const shown = { deletedAt: null, confidenceFactors: factors, confidenceScore: 77 };
  for (const { id } of await prisma.lead.findMany({ where: { orgId } }))
    await prisma.lead.updateMany({ where: { orgId, id }, data: { ...randomChange(chance, 'Lead'), ...shown } });
  for (const { id } of await prisma.task.findMany({ where: { orgId } }))
    await prisma.task.updateMany({ where: { orgId, id }, data: randomChange(chance, 'Task') });
  for (const { id } of await prisma.conversation.findMany({ where: { orgId } }))
    await prisma.conversation.updateMany({ where: { orgId, id }, data: randomChange(chance, 'Conversation') });
  for (const { id } of await prisma.webhookDelivery.findMany({ where: { orgId } }))
    await prisma.webhookDelivery.updateMany({ where: { orgId, id }, data: randomChange(chance, 'WebhookDelivery') });
}

beforeAll(async () => {
  app = await startTestApp({ clock: createTestClock() });
  workspace = await app.workspace();
  await seedEverything(app.database, workspace.orgId, 4);
  await fill(workspace.orgId);
  counter = countStatements(app.database);
});
afterAll(() => app.close());

type Rows = readonly Record<string, unknown>[];

/** Each field of a type as it is asked for, without what lies further below. */
const fieldsOf = (name: string): string[] => {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${name} has no fields.`);
  return Object.values(type.getFields()).map((field) => {
    const below = getNamedType(field.type);
    if (isLeafType(below)) return field.name;
    if (field.args.some((arg) => arg.name === 'first')) return `${field.name}(first: 2) { nodes { id } }`;
    const leaves = isObjectType(below) || isInterfaceType(below) ? Object.values(below.getFields()) : [];
    return `${field.name} { ${leaves.flatMap((leaf) => (isLeafType(getNamedType(leaf.type)) ? leaf.name : [])).join(' ')} }`;
  });
};

const types = { Lead: 'lead', Task: 'task', Conversation: 'conversation' } as const;
const asked = Object.entries(types).flatMap(([type, field]) => fieldsOf(type).map((name) => ({ type, field, name })));

describe('a field says by itself what it says beside all others', () => {
  it.each(asked)('$type: $name', async ({ type, field, name }) => {
    const { graph } = workspace;
    type Listed = Record<string, { nodes: Rows; edges: { node: object }[] }>;
    const listed = await graph.ask<Listed>(`{ ${field}s(first: 4) { nodes { ${name} } edges { node { ...asked } } } }
      fragment asked on ${type} { id ... on Node { ...all } } fragment all on ${type} { ${name} }`);
    const { nodes = [], edges = [] } = listed[`${field}s`] ?? {};
    expect(nodes.length).toBe(4);
    for (const [index, { node }] of edges.entries()) {
      const id = String(Reflect.get(node, 'id'));
      const one = await graph.ask<Record<string, object>>(`{ ${field}(id: "${id}") { ${name} } }`);
      // What is read of a node is all there is of it.
      const whole = await graph.ask<{ node: object }>(`{ node(id: "${id}") { ... on ${type} { ${name} } } }`);
      expect([nodes[index], one[field], { ...node, id }]).toEqual([whole.node, whole.node, { ...whole.node, id }]);
    }
  });
});

describe('a field of what is listed alone says what its node says', () => {
  const listed = {
    WebhookDelivery: ['webhookDeliveries', fieldsOf('WebhookDelivery')],
    ConversationEvent: ['events', [...fieldsOf('Event'), 'conversation { id status }', 'message { id content }']],
  } as const;
  const asked = Object.entries(listed).flatMap(([type, [list, names]]) => names.map((name) => ({ type, list, name })));
  it.each(asked)('$type: $name', async ({ type, list, name }) => {
    type Listed = Record<string, { nodes: Rows; edges: { node: object }[]; all: Rows }>;
    const { graph } = workspace;
    const every =
      type === 'ConversationEvent' ? '... on ConversationEvent { conversation { createdAt } }' : 'event { id }';
    const one = type === 'ConversationEvent' && !fieldsOf('Event').includes(name) ? `... on ${type} { ${name} }` : name;
    const alone = await graph.ask<Listed>(`{ ${list}(first: 4) { nodes { ${one} } edges { node { ${one} } } } }`);
    const beside = await graph.ask<Listed>(`{ ${list}(first: 4) { nodes { ${one} beside: __typename ${every} } } }`);
    const found = alone[list]?.nodes ?? [];
    expect(found.length).toBe(4);
    expect(alone[list]?.edges.map(({ node }) => node)).toEqual(found);
    for (const [at, row] of found.entries()) expect(beside[list]?.nodes[at]).toMatchObject(row);
  });
});

const below = {
  Note: ['leads', 'notes'],
  Task: ['leads', 'tasks'],
  Message: ['conversations', 'messages'],
} as const;
const askedBelow = Object.entries(below).flatMap(([type, [parents, children]]) =>
  fieldsOf(type).map((name) => ({ type, parents, children, name })),
);

describe('a field of what is below a row says what it says of it alone', () => {
  it.each(askedBelow)('$type: $name', async ({ type, parents, children, name }) => {
    type Parent = Record<string, { nodes: (object & { id: string })[] }>;
    const { graph } = workspace;
    const found = await graph.ask<Record<string, { nodes: Parent[] }>>(
      `{ ${parents}(first: 4) { nodes { alone: ${children}(first: 2) { nodes { ${name} } } ${children}(first: 2) { nodes { id } } } } }`,
    );
    const parent = found[parents]?.nodes.find((each) => (each[children]?.nodes.length ?? 0) > 0);
    expect(parent).toBeDefined();
    for (const [at, { id }] of (parent?.[children]?.nodes ?? []).entries()) {
      const { node } = await graph.ask<{ node: object }>(`{ node(id: "${id}") { ... on ${type} { ${name} } } }`);
      expect(parent?.['alone']?.nodes[at]).toEqual(node);
    }
  });
});

it('what is not asked of a lead is not read', async () => {
  const { graph } = workspace;
  const [, sent = '', ...more] = await counter.during(() =>
    graph.ask('{ leads { nodes { name stage { key } } pageInfo { hasNextPage } } }'),
  );
  expect(sent).toContain(
    'select "id", "first_name" as "firstName", "last_name" as "lastName", "stage_id" as "stageId", "stage.id", "stage.key" from "leads"',
  );
  expect(more).toEqual([]);
  const [, counted = ''] = await counter.during(() => graph.ask('{ leads { pageInfo { endCursor } } }'));
  expect(counted).toContain('select "id" from "leads"');
  const [, talks = ''] = await counter.during(() => graph.ask('{ conversations { nodes { status } } }'));
  expect(talks).toMatch(/^select "id", "last_message_at" as "lastMessageAt", .* "status" from "conversations"/);
  const [, sends = ''] = await counter.during(() => graph.ask('{ webhookDeliveries { nodes { state } } }'));
  expect(sends).toContain('select "id", "state" from "webhook_deliveries"');
  const [, log = ''] = await counter.during(() => graph.ask('{ events { nodes { id type createdAt } } }'));
  expect(log).toContain("'{}'::jsonb as snapshot");
  const sentBelow = await counter.during(() => graph.ask('{ leads { nodes { notes { nodes { body } } } } }'));
  expect(sentBelow.at(-1)).toMatch(/^select id as "id", lead_id as "leadId", body as "body" from/);
});
