import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRun } from '../../src/db/run/run.ts';
import { conversationsAmong, findByIndex } from '../../src/domain/conversations/search-conversations.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { countStatements } from '../support/count-statements.ts';
import { plansOf } from '../support/explain.ts';
import type { TestWorkspace } from '../support/workspace.ts';

/** Few of each hundred wait, are held or belong to a business. */
const total = 6000;
let app: TestApp;
let many: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp();
  many = await app.workspace();
  const widgetId = many.widgetId.slice(many.widgetId.indexOf('_') + 1);
  await app.database.pool.query(
    `insert into conversations (org_id, id, widget_id, visitor_name, visitor_token_hash, status, holder_key_id, last_message_id,
                                last_message_at, message_count, waiting_since, created_at, updated_at)
     select $1, lpad(n::text, 26, '0'), $2, n::text, '', case when n % 500 = 0 then 'HUMAN_ACTIVE' else 'ACTIVE' end::"ConversationStatus",
            case when n % 500 = 0 then $3 end, lpad(n::text, 24, '0') || '-2', at, 1, case when n % 200 = 0 then at end, at, at
       from generate_series(1, $4::int) n, lateral (select '2026-01-01'::timestamptz + n * interval '1 minute' as at) t`,
    [many.orgId, widgetId, await aKey(), total],
  );
  // What they tell of their conversations stands there already.
  await app.database.pool.query('alter table messages disable trigger conversation_activity_kept');
  await app.database.pool.query(
    `insert into messages (org_id, id, conversation_id, role, content, original_content, created_at)
     select $1, lpad(n::text, 24, '0') || '-' || k, lpad(n::text, 26, '0'), 'AI', words, words, now()
       from generate_series(1, $2::int) n, generate_series(2, 2) k,
            lateral (select 'message ' || n || case when n <= 80 then ' fireplace' else '' end || case when n = 3 then ' qz' else '' end as words) w`,
    [many.orgId, total],
  );
  await app.database.pool.query('alter table messages enable trigger conversation_activity_kept');
  await app.database.pool.query('vacuum analyze conversations');
  await app.database.pool.query('vacuum analyze messages');
});
afterAll(() => app.close());

const aKey = async () => (await app.database.prisma.apiKey.findFirstOrThrow({ where: { orgId: many.orgId } })).id;

type Page = { totalCount: number; nodes: { visitor: { name: string } }[]; pageInfo: { endCursor: string } };

const list = async (args: string, more = 'pageInfo { endCursor }') =>
  (
    await many.graph.ask<{ conversations: Page }>(
      `{ conversations(first: 20, ${args}) { nodes { visitor { name } } ${more} } }`,
    )
  ).conversations;
const numbers = ({ nodes }: Page) => nodes.map(({ visitor }) => Number(visitor.name));
const down = (from: number, count: number, step = 1) =>
  Array.from({ length: count }, (_, index) => from - index * step);

const by = (field: string, direction = 'DESC') => `orderBy: { field: ${field}, direction: ${direction} }`;

/** No plan sorts, or reads what it does not show: what is read stands in an index in its order. */
describe('a page of conversations is read from an index in its order', () => {
  const widget = () => `filter: { widgetId: "${many.widgetId}" }`;
  it.each([
    ['by activity', () => by('LAST_MESSAGE_AT'), 'last_message_at', down(total, 20)],
    ['by activity, the other way', () => by('LAST_MESSAGE_AT', 'ASC'), 'last_message_at', down(20, 20).toReversed()],
    [
      'those of a status by activity',
      () => `filter: { status: HUMAN_ACTIVE }, ${by('LAST_MESSAGE_AT')}`,
      'status_last_message_at',
      down(total, 12, 500),
    ],
    ['those of a status, newest first', () => 'filter: { status: HUMAN_ACTIVE }', 'status_id', down(total, 12, 500)],
    [
      'those of a status, oldest first',
      () => `filter: { status: HUMAN_ACTIVE }, ${by('CREATED_AT', 'ASC')}`,
      'status_id',
      down(total, 12, 500).toReversed(),
    ],
    [
      'those that wait, oldest first',
      () => `filter: { waiting: true }, ${by('CREATED_AT', 'ASC')}`,
      'waiting_conversations',
      down(4000, 20, 200).toReversed(),
    ],
    [
      'those that wait, by activity, the other way',
      () => `filter: { waiting: true }, ${by('LAST_MESSAGE_AT', 'ASC')}`,
      'waiting_conversations_by_activity',
      down(4000, 20, 200).toReversed(),
    ],
    [
      'those of a widget by activity',
      () => `${widget()}, ${by('LAST_MESSAGE_AT')}`,
      'last_message_at',
      down(total, 20),
    ],
    ['by waiting', () => by('WAITING_SINCE', 'ASC'), 'waiting_since', down(4000, 20, 200).toReversed()],
    ['by waiting, the other way', () => by('WAITING_SINCE'), 'waiting_since', down(total, 20, 200)],
    [
      'those that do not wait',
      () => `filter: { waiting: false }, ${by('WAITING_SINCE')}`,
      'waiting_since',
      down(total - 1, 20),
    ],
  ])('%s', async (_, args, index, expected) => {
    const found: number[][] = [];
    const plans = await plansOf(app.database, 'conversations', async () => {
      const page = await list(args());
      found.push(numbers(page));
      const more = page.pageInfo.endCursor;
      if (args().includes('orderBy')) await list(`after: "${more}", ${args()}`);
    });
    expect(found).toEqual([expected]);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toContain('Seq Scan');
    const reading = plans.filter((plan) => plan.includes('Limit') && plan.includes(index));
    expect(reading.length).toBeGreaterThan(0);
    for (const plan of reading) expect(plan).not.toMatch(/^\s*->\s+Sort/m);
  });
});

describe('words', () => {
  it('that are frequent fill a page from the next conversations, whatever the order', async () => {
    expect(numbers(await list(`filter: { q: "message" }, ${by('LAST_MESSAGE_AT')}`))).toEqual(down(total, 20));
    expect(numbers(await list(`filter: { q: "message" }, ${by('WAITING_SINCE')}`))).toEqual(down(total, 20, 200));
    expect(numbers(await list('filter: { q: "message" }'))).toEqual(down(total, 20));
  });

  it('that only old ones have are found by their index, page by page, and all counted', async () => {
    for (const order of [by('LAST_MESSAGE_AT'), by('CREATED_AT')]) {
      const first = await list(`filter: { q: "fireplace" }, ${order}`, 'totalCount pageInfo { endCursor }');
      expect([numbers(first), first.totalCount]).toEqual([down(80, 20), 80]);
      const second = await list(`after: "${first.pageInfo.endCursor}", filter: { q: "fireplace" }, ${order}`);
      expect(numbers(second)).toEqual(down(60, 20));
    }
  });

  it('of two letters are looked for in the next 1,000 conversations of the order alone', async () => {
    expect(numbers(await list(`filter: { q: "qz" }, ${by('LAST_MESSAGE_AT')}`))).toEqual([]);
    expect(numbers(await list(`filter: { q: "qz" }, ${by('LAST_MESSAGE_AT', 'ASC')}`))).toEqual([3]);
  });

  it.each(['all', 'next', 'found'] as const)('are never looked for in every message: among %s', async (which) => {
    const plans: string[] = [];
    const { pool } = app.database;
    const query = async ({ text, values }: { text: string; values: unknown[] }) => {
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      return pool.query<object>(text, values);
    };
    const run = createRun({ query }, { orgId: many.orgId, businessId: null, conversationId: null });
    const among = which === 'found' ? ((await findByIndex({ run }, '%fireplace%')) ?? []) : which;
    const asked = plans.filter((plan) => plan.includes('Bitmap Index Scan on messages_search'));
    expect(asked).toHaveLength(which === 'found' ? 1 : 0);
    const table = conversationsAmong({ run }, '%fireplace%', among);
    const orderBy = [{ lastMessageAt: 'desc' }, { id: 'desc' }] as const;
    await table.findMany({ where: { lastMessageAt: { lt: new Date() } }, orderBy, take: 20 });
    // What an index found is sorted; what is walked stands in its order.
    expect(plans.at(-1)).not.toContain('Seq Scan on conversations');
    expect(which !== 'found' && /^\s*->\s+Sort/m.test(plans.at(-1) ?? '')).toBe(false);
    await table.count({ where: {} });
    for (const plan of plans) expect(plan).not.toContain('Seq Scan on messages');
  });

  it('are looked for in a short list by nothing but its own conversations, and counted there', async () => {
    const { during } = countStatements(app.database);
    for (const [filter, expected] of [
      ['q: "message", status: HUMAN_ACTIVE', 12],
      ['q: "fireplace", status: HUMAN_ACTIVE', 0],
      ['q: "fireplace", waiting: true', 0],
    ] as const) {
      const statements = await during(async () => {
        const page = await list(`filter: { ${filter} }, ${by('LAST_MESSAGE_AT')}`, 'totalCount');
        expect([page.nodes.length, page.totalCount]).toEqual([Math.min(expected, 20), expected]);
      });
      expect(statements.filter((text) => text.includes('with found as'))).toEqual([]);
    }
  });

  it('that too many others hold are met in the order itself', async () => {
    const { pool } = app.database;
    const busy = await app.workspace();
    const widgetId = busy.widgetId.slice('wdg_'.length);
    await pool.query(
      `insert into conversations (org_id, id, widget_id, visitor_name, visitor_token_hash, created_at, updated_at)
       select $1, lpad(n::text, 26, '0'), $2, n::text, '', now(), now() from generate_series(1, 1101) n`,
      [busy.orgId, widgetId],
    );
    await pool.query('alter table messages disable trigger conversation_activity_kept');
    await pool.query(
      `insert into messages (org_id, id, conversation_id, role, content, original_content, search, created_at)
       select $1, lpad(n::text, 24, '0') || '-' || k, lpad(n::text, 26, '0'), 'AI', 'tulips', 'tulips', 'tulips', now()
         from generate_series(1, 101) n, generate_series(1, 100) k`,
      [busy.orgId],
    );
    await pool.query('alter table messages enable trigger conversation_activity_kept');
    const { conversations } = await busy.graph.ask<{ conversations: Page }>(
      '{ conversations(first: 20, filter: { q: "tulips" }) { totalCount nodes { visitor { name } } } }',
    );
    expect([numbers(conversations), conversations.totalCount]).toEqual([down(101, 20), 101]);
  });
});
