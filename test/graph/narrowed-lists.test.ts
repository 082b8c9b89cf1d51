import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { plansOf } from '../support/explain.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
  other = await app.workspace();
});
afterAll(() => app.close());

const minuteMs = 60_000;
const later = () => {
  clock.advance(minuteMs);
  return clock.now().toISOString();
};

type Made = { made: { row: { id: string } } };
const make = async (document: string, input: object, { graph }: { graph: GraphClient } = workspace) =>
  (await graph.ask<Made>(document, { input })).made.row.id;
const createLead = 'mutation ($input: CreateLeadInput!) { made: createLead(input: $input) { row: lead { id } } }';
const createTask = 'mutation ($input: CreateTaskInput!) { made: createTask(input: $input) { row: task { id } } }';

describe('events', () => {
  type Page = { nodes: { id: string; type: string }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean } };
  const document = `query ($first: Int, $after: ID, $last: Int, $before: ID, $types: [EventType!], $leadId: ID, $conversationId: ID, $from: DateTime, $to: DateTime) {
    events(first: $first, after: $after, last: $last, before: $before, types: $types, leadId: $leadId, conversationId: $conversationId, from: $from, to: $to) {
      nodes { id type } pageInfo { hasNextPage hasPreviousPage }
    }
  }`;
  const read = async (variables: object, { graph }: { graph: GraphClient } = workspace) =>
    (await graph.ask<{ events: Page }>(document, variables)).events;
  const typesOf = ({ nodes }: Page) => nodes.map(({ type }) => type);

  let lead: string;
  let conversation: string;
  const times: string[] = [];
  beforeAll(async () => {
    times.push(later());
    lead = await make(createLead, { name: 'Ada' });
    times.push(later());
    await make(createLead, { name: 'Grace' });
    times.push(later());
    await make(createTask, { type: 'FOLLOW_UP', title: 'Call', leadId: lead });
    times.push(later());
    type Sent = { sendVisitorMessage: { conversation: { id: string } } };
    const { sendVisitorMessage: sent } = await workspace.graph.ask<Sent>(
      'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { conversation { id } } }',
      { id: workspace.widgetId },
    );
    conversation = sent.conversation.id;
  });

  it('are those about a lead, its tasks too, read on and back by pages', async () => {
    expect(typesOf(await read({ leadId: lead }))).toEqual(['LEAD_CREATED', 'TASK_CREATED']);
    const first = await read({ leadId: lead, first: 1 });
    expect([typesOf(first), first.pageInfo]).toEqual([['LEAD_CREATED'], { hasNextPage: true, hasPreviousPage: false }]);
    const next = await read({ leadId: lead, first: 1, after: first.nodes[0]?.id });
    expect([typesOf(next), next.pageInfo]).toEqual([['TASK_CREATED'], { hasNextPage: false, hasPreviousPage: true }]);
    const last = await read({ leadId: lead, last: 1 });
    expect([typesOf(last), last.pageInfo]).toEqual([['TASK_CREATED'], { hasNextPage: false, hasPreviousPage: true }]);
    expect(typesOf(await read({ leadId: lead, types: ['TASK_CREATED'] }))).toEqual(['TASK_CREATED']);
  });

  it('are those of a conversation', async () => {
    const types = typesOf(await read({ conversationId: conversation }));
    expect(types).toContain('CONVERSATION_MESSAGE_RECEIVED');
    expect(types).not.toContain('TASK_CREATED');
    expect(typesOf(await read({ conversationId: conversation, leadId: lead }))).toEqual([]);
  });

  it('are those from one instant on and before another', async () => {
    const [first, second, third, fourth] = times;
    expect(typesOf(await read({ from: first, to: second }))).toEqual(['LEAD_CREATED']);
    expect(typesOf(await read({ from: second, to: fourth }))).toEqual(['LEAD_CREATED', 'TASK_CREATED']);
    expect(typesOf(await read({ from: third, to: fourth, last: 5 }))).toEqual(['TASK_CREATED']);
    expect(typesOf(await read({ to: first }))).toEqual([]);
    expect(typesOf(await read({ from: new Date(clock.now().getTime() + 1).toISOString() }))).toEqual([]);
    expect(typesOf(await read({ from: fourth, to: third }))).toEqual([]);
    expect(typesOf(await read({ leadId: lead, to: third }))).toEqual(['LEAD_CREATED']);
  });

  it('are none of another tenant, and of none where the id is no lead’s', async () => {
    expect(await read({ leadId: lead }, other)).toMatchObject({ nodes: [] });
    expect(await read({ conversationId: conversation }, other)).toMatchObject({ nodes: [] });
    const { errors } = await workspace.graph.send(document, { leadId: conversation });
    expect(errors[0]).toMatchObject({ extensions: { code: 'INVALID' } });
  });
});

it('deliveries are those of the events about a lead', async () => {
  await workspace.graph.ask(
    'mutation { createWebhookEndpoint(input: { url: "https://receiver.example/x", format: STANDARD }) { endpoint { id } } }',
  );
  const [one, two] = [await make(createLead, { name: 'Joan' }), await make(createLead, { name: 'Hedy' })];
  type Deliveries = { webhookDeliveries: { totalCount: number; nodes: { event: { lead: { id: string } } }[] } };
  const document = `query ($leadId: ID) {
    webhookDeliveries(leadId: $leadId) { totalCount nodes { event { ... on LeadEvent { lead { id } } } } }
  }`;
  const read = async (leadId: string, { graph }: { graph: GraphClient } = workspace) =>
    (await graph.ask<Deliveries>(document, { leadId })).webhookDeliveries;
  for (const id of [one, two]) expect(await read(id)).toEqual({ totalCount: 1, nodes: [{ event: { lead: { id } } }] });
  expect(await read(one, other)).toEqual({ totalCount: 0, nodes: [] });
  const counts = `query ($leadId: ID) {
    failing: webhookDeliveries(leadId: $leadId, failing: true) { totalCount }
    others: webhookDeliveries(leadId: $leadId, failing: false) { totalCount }
  }`;
  type Counts = Record<'failing' | 'others', { totalCount: number }>;
  await expect
    .poll(async () => {
      const { failing, others } = await workspace.graph.ask<Counts>(counts, { leadId: one });
      return failing.totalCount + others.totalCount;
    })
    .toBe(1);
});

it('the audit is of one kind of change', async () => {
  type Log = { auditLog: { totalCount: number; nodes: { action: string }[] } };
  const document = 'query ($action: String) { auditLog(action: $action) { totalCount nodes { action } } }';
  await make(createTask, { type: 'OTHER', title: 'Write' }, other);
  expect(await other.graph.ask<Log>(document, { action: 'task.created' })).toEqual({
    auditLog: { totalCount: 1, nodes: [{ action: 'task.created' }] },
  });
  expect(await other.graph.ask<Log>(document, { action: 'no.such' })).toEqual({
    auditLog: { totalCount: 0, nodes: [] },
  });
});

describe('tasks', () => {
  type Page = {
    totalCount: number;
    edges: { node: { title: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  const document = `query ($first: Int, $after: String, $last: Int, $before: String, $offset: Int, $filter: TaskFilter, $orderBy: TaskOrder) {
    tasks(first: $first, after: $after, last: $last, before: $before, offset: $offset, filter: $filter, orderBy: $orderBy) {
      totalCount edges { node { title } } pageInfo { hasNextPage endCursor }
    }
  }`;
  let own: TestWorkspace;
  const read = async (variables: object, { graph }: { graph: GraphClient } = own) =>
    (await graph.ask<{ tasks: Page }>(document, variables)).tasks;
  const titles = ({ edges }: Page) => edges.map(({ node }) => node.title).join(' ');
  const by = (field: string, direction: string) => ({ orderBy: { field, direction } });

  const due = { a: '2026-05-03T00:00:00.000Z', b: null, c: '2026-05-01T00:00:00.000Z', d: '2026-05-02T00:00:00.000Z' };
  beforeAll(async () => {
    own = await app.workspace();
    for (const [title, dueAt] of Object.entries(due)) {
      later();
      await make(createTask, { type: 'OTHER', title, dueAt }, own);
    }
  });

  it.each([
    ['DUE_AT', 'ASC', 'c d a b'],
    ['DUE_AT', 'DESC', 'a d c b'],
    ['CREATED_AT', 'ASC', 'a b c d'],
    ['CREATED_AT', 'DESC', 'd c b a'],
  ])('stand in the order of %s %s, page by page and back', async (field, direction, expected) => {
    expect(titles(await read(by(field, direction)))).toBe(expected);
    const there: string[] = [];
    let after: string | null = null;
    for (let left = true; left;) {
      const page: Page = await read({ first: 1, after, ...by(field, direction) });
      expect(page.totalCount).toBe(4);
      there.push(titles(page));
      ({ endCursor: after, hasNextPage: left } = page.pageInfo);
    }
    expect(there.join(' ')).toBe(expected);
    expect(titles(await read({ last: 2, before: after, ...by(field, direction) }))).toBe(expected.slice(2, 5));
  });

  it('are those due since one instant and before another', async () => {
    expect(titles(await read({ filter: { dueSince: due.d }, ...by('DUE_AT', 'ASC') }))).toBe('d a');
    expect(titles(await read({ filter: { dueBefore: due.a }, ...by('DUE_AT', 'ASC') }))).toBe('c d');
    expect(titles(await read({ filter: { dueSince: due.d, dueBefore: due.a } }))).toBe('d');
  });

  it('refuse an offset and a cursor of another order', async () => {
    for (const wrong of [
      { offset: 1, ...by('DUE_AT', 'ASC') },
      { after: 'x', ...by('DUE_AT', 'ASC') },
      { after: (await read(by('DUE_AT', 'DESC'))).pageInfo.endCursor, ...by('DUE_AT', 'ASC') },
      { after: (await read(by('DUE_AT', 'DESC'))).pageInfo.endCursor },
    ]) {
      const { errors } = await own.graph.send(document, wrong);
      expect(errors[0], JSON.stringify(wrong)).toMatchObject({ extensions: { code: 'INVALID' } });
    }
    const { pageInfo } = await read(by('DUE_AT', 'ASC'));
    const { errors } = await other.graph.send(document, { after: pageInfo.endCursor, ...by('DUE_AT', 'ASC') });
    expect(errors[0]).toMatchObject({ extensions: { code: 'INVALID' } });
  });
});

describe('where there is much, an index finds', () => {
  let large: TestWorkspace;
  beforeAll(async () => {
    large = await app.workspace();
    const { pool } = app.database;
    await pool.query(
      `insert into events (org_id, position, id, type, lead_id, version, snapshot, created_at)
       select $1, n, 'evt_' || lpad(to_hex(n), 16, '0'), 'lead.updated', 'lead' || n % 1000, 1, '{}', timestamptz '2026-01-01' + n * interval '1 s'
         from generate_series(1, 20000) n`,
      [large.orgId],
    );
    await pool.query(
      `insert into audit_entries (org_id, id, revision, action, subject_id, request_id, created_at)
       select $1, lpad(n::text, 26, '0'), n, case when n % 1000 = 0 then 'rare' else 'frequent' end, 's', 'r', now() from generate_series(1, 20000) n`,
      [large.orgId],
    );
    await pool.query(
      `insert into tasks (org_id, id, type, status, title, due_at, created_at, updated_at)
       select $1, lpad(n::text, 26, '0'), 'OTHER', case when n % 10 = 0 then 'PENDING' else 'COMPLETED' end::"TaskStatus", 'x',
              case when n % 3 > 0 then timestamptz '2026-01-01' + n * interval '1 s' end, now(), now() from generate_series(1, 20000) n`,
      [large.orgId],
    );
    for (const table of ['events', 'audit_entries', 'tasks']) await pool.query(`vacuum analyze ${table}`);
  });

  it.each([
    [
      /from events/,
      'events_org_id_lead_id_position_idx',
      '{ events(last: 20, leadId: "ld_00000000000000000000000001") { nodes { id } } }',
    ],
    [
      /from events/,
      'events_pkey',
      '{ events(last: 20, from: "2026-01-01T01:00:00.000Z", to: "2026-01-01T02:00:00.000Z") { nodes { id } } }',
    ],
    ['audit_entries', 'audit_entries_org_id_action_id_idx', '{ auditLog(first: 20, action: "rare") { nodes { id } } }'],
    [
      'tasks',
      'tasks_org_id_due_at_id_idx',
      '{ tasks(first: 20, orderBy: { field: DUE_AT, direction: ASC }) { nodes { id } } }',
    ],
    [
      'tasks',
      'tasks_org_id_status_due_at_id_idx',
      '{ tasks(first: 20, filter: { status: PENDING }, orderBy: { field: DUE_AT, direction: ASC }) { nodes { id } } }',
    ],
  ])('%s by %s', async (table, index, document) => {
    const plans = await plansOf(app.database, table, () => large.graph.ask(document));
    const told = plans.join('\n');
    expect(told).toContain(index);
    expect(told).not.toContain('Seq Scan');
    // A page of the log alone is then turned to its order.
    expect(told).not.toMatch(/->\s+Sort {2}/);
  });
});
