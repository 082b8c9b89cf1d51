import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstIdAt } from '../../src/domain/analytics/first-id.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { plansOf } from '../support/explain.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;

const [minuteMs, dayMs] = [60_000, 24 * 60 * 60_000];

beforeAll(async () => {
  app = await startTestApp({ clock });
  // A Wednesday, so that a week does not end within the days below.
  clock.advance(Date.parse('2030-01-02T12:00:00.000Z') - clock.now().getTime());
  [workspace, other] = [await app.workspace(), await app.workspace()];
});
afterAll(() => app.close());

type Series<Bucket> = { since: string; until: string; isCut: boolean; buckets: Bucket[] };
const ask = async <Bucket = Record<string, unknown>>(
  field: string,
  selection: string,
  args = '',
  { graph }: { graph: GraphClient } = workspace,
) =>
  (await graph.ask<{ it: Series<Bucket> }>(`{ it: ${field}${args} { since until isCut buckets { at ${selection} } } }`))
    .it;
const at = (day: string) => `2030-01-${day}T00:00:00.000Z`;

const sendVisitorMessage =
  'mutation ($id: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $id, input: $input) { conversation { id } } }';
async function say(message: string, conversationId?: string): Promise<string> {
  type Sent = { sendVisitorMessage: { conversation: { id: string } } };
  const input = { message, conversationId };
  const { sendVisitorMessage: sent } = await workspace.graph.ask<Sent>(sendVisitorMessage, {
    id: workspace.widgetId,
    input,
  });
  return sent.conversation.id;
}

describe('answers and first responses', () => {
  beforeAll(async () => {
    const first = await say('Hello');
    clock.advance(2 * minuteMs);
    await workspace.graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', {
      id: first,
    });
    for (const message of ['I am here.', 'What can I do?'])
      await workspace.graph.ask(
        'mutation ($id: ID!, $message: String!) { replyToConversation(id: $id, message: $message) { message { id } } }',
        { id: first, message },
      );
    clock.advance(2 * dayMs);
    await say('What does it cost?');
    await say('Is anybody there?');
  });

  const span = `(from: "${at('02')}", to: "${at('05')}")`;

  it('are counted by who wrote them, each day in UTC, days without any too', async () => {
    expect(await ask('answersOverTime', 'byAi byPerson', span)).toEqual({
      since: at('02'),
      until: at('05'),
      isCut: false,
      buckets: [
        { at: at('02'), byAi: 1, byPerson: 2 },
        { at: at('03'), byAi: 0, byPerson: 0 },
        { at: at('04'), byAi: 2, byPerson: 0 },
      ],
    });
  });

  it('took as long as the visitor waited, from the first message on', async () => {
    const who = '{ count medianSeconds ninetiethSeconds }';
    const { buckets } = await ask('firstResponsesOverTime', `conversations byAi ${who} byPerson ${who}`, span);
    const none = { count: 0, medianSeconds: null, ninetiethSeconds: null };
    const atOnce = { medianSeconds: 0, ninetiethSeconds: 0 };
    expect(buckets).toEqual([
      {
        at: at('02'),
        conversations: 1,
        byAi: { count: 1, ...atOnce },
        byPerson: { count: 1, medianSeconds: 120, ninetiethSeconds: 120 },
      },
      { at: at('03'), conversations: 0, byAi: none, byPerson: none },
      { at: at('04'), conversations: 2, byAi: { count: 2, ...atOnce }, byPerson: none },
    ]);
  });

  it('are told by hours, weeks that begin on Mondays, and months', async () => {
    const hours = await ask(
      'answersOverTime',
      'byPerson',
      '(from: "2030-01-02T11:30:00Z", to: "2030-01-02T12:30:00Z", bucket: HOUR)',
    );
    expect(hours.buckets).toEqual([
      { at: '2030-01-02T11:00:00.000Z', byPerson: 0 },
      { at: '2030-01-02T12:00:00.000Z', byPerson: 2 },
    ]);
    const weeks = await ask(
      'answersOverTime',
      'byPerson byAi',
      `(from: "${at('02')}", to: "${at('08')}", bucket: WEEK)`,
    );
    expect(weeks.buckets).toEqual([
      { at: '2029-12-31T00:00:00.000Z', byPerson: 2, byAi: 3 },
      { at: at('07'), byPerson: 0, byAi: 0 },
    ]);
    const months = await ask('answersOverTime', 'byPerson', '(from: "2029-12-15T00:00:00Z", bucket: MONTH)');
    expect(months).toMatchObject({
      since: '2029-12-01T00:00:00.000Z',
      until: '2030-02-01T00:00:00.000Z',
      buckets: [{ byPerson: 0 }, { byPerson: 2 }],
    });
  });

  it('are the last 30 days by default, today among them', async () => {
    const { since, until, buckets } = await ask('answersOverTime', 'byAi');
    expect([since, until, buckets.length]).toEqual(['2029-12-06T00:00:00.000Z', at('05'), 30]);
  });

  it('are none of another tenant', async () => {
    const { buckets } = await ask('answersOverTime', 'byAi byPerson', span, other);
    expect(buckets.every(({ byAi, byPerson }) => byAi === 0 && byPerson === 0)).toBe(true);
    const responses = await ask('firstResponsesOverTime', 'conversations', span, other);
    expect(responses.buckets.every(({ conversations }) => conversations === 0)).toBe(true);
  });
});

describe('leads by stage', () => {
  let own: TestWorkspace;
  const createLead = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  const updateLead =
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }';
  const make = async (stage: string) =>
    (await own.graph.ask<{ createLead: { lead: { id: string } } }>(createLead, { input: { stage } })).createLead.lead
      .id;
  let start: string;
  const read = async (args: string, of: { graph: GraphClient } = own) => {
    type Told = { elsewhere: number; byStage: { count: number; stage: { key: string } }[] };
    const { buckets } = await ask<Told>('leadsOverTime', 'elsewhere byStage { count stage { key } }', args, of);
    return buckets.map(({ elsewhere, byStage }) => ({
      ...Object.fromEntries(byStage.filter(({ count }) => count !== 0).map(({ count, stage }) => [stage.key, count])),
      ...(elsewhere !== 0 && { elsewhere }),
    }));
  };

  beforeAll(async () => {
    own = await app.workspace();
    start = clock.now().toISOString();
    const [one, two] = [await make('new'), await make('new')];
    const gone = await make('new');
    clock.advance(dayMs);
    await own.graph.ask(updateLead, { id: one, input: { stage: 'contacted' } });
    await own.graph.ask(updateLead, { id: one, input: { stage: 'qualified' } });
    await own.graph.ask(updateLead, { id: gone, input: { stage: 'won' } });
    await own.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: gone });
    clock.advance(dayMs);
    await own.graph.ask(updateLead, { id: two, input: { stage: 'contacted' } });
    const three = await make('proposal');
    await own.graph.ask(updateLead, { id: three, input: { stage: 'won' } });
    clock.advance(dayMs);
  });

  it('are where those that are there now were as each day ended', async () => {
    expect(await read(`(from: "${start}")`)).toEqual([
      { new: 2 },
      { new: 1, qualified: 1 },
      { qualified: 1, contacted: 1, won: 1 },
      { qualified: 1, contacted: 1, won: 1 },
    ]);
  });

  it('are found by going back from now, whatever happened after the time that is asked for', async () => {
    const to = new Date(Date.parse(start) + dayMs).toISOString();
    expect(await read(`(from: "${start}", to: "${to.slice(0, 11)}00:00:00.000Z")`)).toEqual([{ new: 2 }]);
  });

  it('were elsewhere where that stage is gone', async () => {
    const { stages } = await own.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const id = stages.find(({ key }) => key === 'new')?.id;
    const target = stages.find(({ key }) => key === 'lost')?.id;
    await own.graph.ask(
      'mutation ($id: ID!, $moveTo: String) { deleteStage(id: $id, moveTo: $moveTo) { __typename } }',
      {
        id,
        moveTo: target,
      },
    );
    expect((await read(`(from: "${start}")`)).at(0)).toEqual({ elsewhere: 2 });
  });

  it('are none of another tenant', async () => {
    expect(await read(`(from: "${start}", to: "2030-02-01T00:00:00Z")`, other)).toSatisfy((days: object[]) =>
      days.every((day) => Object.keys(day).length === 0),
    );
  });
});

it('deliveries are told by how they went and how long receivers took', async () => {
  const own = await app.workspace();
  const created = clock.now();
  const day = `${created.toISOString().slice(0, 10)}T00:00:00.000Z`;
  const hex = (n: number) => `${created.getTime().toString(16).padStart(11, '0')}${String(n).padStart(15, '0')}`;
  for (const [n, state, attempts] of [
    [1, 'SUCCEEDED', [100]],
    [2, 'SUCCEEDED', [null, 300]],
    [3, 'DEAD', [500]],
    [4, 'PENDING', []],
  ] as const) {
    await app.database.pool.query(
      `insert into webhook_deliveries (org_id, id, endpoint_id, event_id, event_position, state, created_at) values ($1, $2, 'w', 'e', 1, $3, $4)`,
      [own.orgId, hex(n), state, created],
    );
    for (const [index, ms] of attempts.entries())
      await app.database.pool.query(
        `insert into webhook_attempts (org_id, id, delivery_id, number, at, status, duration_ms) values ($1, $2, $3, $4, $5, $6, $7)`,
        [own.orgId, `${hex(n)}${index}`, hex(n), index + 1, created, ms === null ? null : 200, ms ?? 9000],
      );
  }
  const figures = 'succeeded pending dead successRate attempts unanswered medianMs ninetyFifthMs';
  const { buckets } = await ask('deliveriesOverTime', figures, '', own);
  expect(buckets.at(-1)).toEqual({
    at: day,
    succeeded: 2,
    pending: 1,
    dead: 1,
    successRate: 2 / 3,
    attempts: 4,
    unanswered: 1,
    medianMs: 300,
    ninetyFifthMs: 480,
  });
  expect(buckets.at(-2)).toMatchObject({ succeeded: 0, successRate: null, attempts: 0, medianMs: null });
  expect((await ask('deliveriesOverTime', figures, '', other)).buckets.at(-1)).toMatchObject({ attempts: 0 });
});

describe('a time', () => {
  const refusals = [
    ['(from: "2030-01-02T00:00:00Z", to: "2030-01-02T00:00:00Z")', 'to'],
    ['(from: "2030-01-02T00:00:00Z", to: "2029-01-02T00:00:00Z")', 'to'],
    ['(from: "2020-01-01T00:00:00Z", to: "2021-02-05T00:00:00Z")', 'from'],
    ['(from: "0001-01-01T00:00:00Z", bucket: HOUR)', 'from'],
    ['(to: "0001-01-01T00:00:00Z", from: "9999-01-01T00:00:00Z")', 'to'],
  ];
  it.each(refusals)('is refused where it is none, or too long: %s', async (args, field) => {
    for (const name of ['answersOverTime', 'firstResponsesOverTime', 'leadsOverTime', 'deliveriesOverTime']) {
      const { errors } = await workspace.graph.send(`{ ${name}${args} { isCut } }`);
      expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID', field });
    }
  });

  it.each([
    '(to: "1900-06-01T00:00:00Z", bucket: MONTH)',
    '(from: "9990-01-01T00:00:00Z", to: "9999-12-31T23:59:59Z", bucket: MONTH)',
  ])('may lie where nothing can be: %s', async (args) => {
    for (const name of ['answersOverTime', 'firstResponsesOverTime', 'leadsOverTime', 'deliveriesOverTime'])
      expect(await ask(name, '', args)).toMatchObject({ isCut: false });
  });
});

describe('where there is much', () => {
  let large: TestWorkspace;
  beforeAll(async () => {
    large = await app.workspace();
    const { pool } = app.database;
    const { rows: widgets } = await pool.query<{ id: string }>('select id from widgets where org_id = $1 limit 1', [
      large.orgId,
    ]);
    const time = firstIdAt(clock.now()).slice(0, 10);
    await pool.query(
      `insert into conversations (org_id, id, widget_id, visitor_token_hash, created_at, updated_at)
       select $1, $2 || lpad(n::text, 16, '0'), $3, '', $4, $4 from generate_series(1, 2000) n`,
      [large.orgId, time, widgets[0]?.id, clock.now()],
    );
    await pool.query(
      `insert into messages (org_id, id, conversation_id, role, content, original_content, created_at)
       select org_id, id, id, 'AI', 'x', 'x', created_at from conversations where org_id = $1`,
      [large.orgId],
    );
    await pool.query(
      `insert into audit_entries (org_id, id, revision, action, subject_id, request_id, created_at)
       select $1, $2 || lpad(n::text, 16, '0'), n, case when n % 100 = 0 then 'lead.stage_changed' else 'lead.updated' end, 's' || n / 100, 'r', $3
         from generate_series(1, 20000) n`,
      [large.orgId, time, clock.now()],
    );
    for (const table of ['messages', 'audit_entries', 'conversations']) await pool.query(`vacuum analyze ${table}`);
  });

  it.each([
    ['answersOverTime', 'messages_pkey'],
    ['leadsOverTime', 'audit_entries_org_id_action_id_idx'],
    ['leadsOverTime', 'audit_entries_org_id_subject_id_id_idx'],
    ['firstResponsesOverTime', 'messages_org_id_conversation_id_id_idx'],
    ['deliveriesOverTime', 'webhook_attempts_pkey'],
  ])('%s is found by %s', async (field, index) => {
    const plans = await plansOf(app.database, /as materialized/, () => ask(field, '', '', large));
    expect(plans.join('\n')).toContain(index);
  });
});
