import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { plansOf } from '../support/explain.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  other = await app.workspace();
});
afterAll(async () => app.close());

const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
const update = 'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }';
const list = 'query ($filter: LeadFilter!) { leads(filter: $filter) { totalCount nodes { name } } }';

type Created = { createLead: { lead: { id: string } } };
type Listed = { leads: { totalCount: number; nodes: { name: string | null }[] } };

const make = async (input: object, { graph } = workspace) =>
  (await graph.ask<Created>(create, { input })).createLead.lead.id;
async function found(filter: object, { graph } = workspace): Promise<(string | null)[]> {
  const { leads } = await graph.ask<Listed>(list, { filter });
  expect(leads.totalCount).toBe(leads.nodes.length);
  return leads.nodes.map(({ name }) => name);
}

describe('q', () => {
  beforeAll(async () => {
    workspace = await app.workspace();
    await make({
      name: 'Ada Lovelace',
      email: 'Countess@Example.com',
      phone: '+44 20 7946',
      targetType: 'partner_lead',
    });
    await make({ name: 'Bob', handle: 'u/BobTheBuilder', remark: 'Wants 100% of it, by_noon \\o/', tags: ['a', 'b'] });
    await make({ name: 'Çelik', tags: ['b', 'a', 'c'] });
    await make({ name: 'Dee', tags: ['a'] });
    await make({ name: 'Stranger', email: 'countess@example.com' }, other);
  });

  it.each([
    ['lovelace', ['Ada Lovelace']],
    ['ADA LOVE', ['Ada Lovelace']],
    ['countess@example', ['Ada Lovelace']],
    ['7946', ['Ada Lovelace']],
    ['bobthe', ['Bob']],
    ['100% of', ['Bob']],
    ['by_noon', ['Bob']],
    ['byxnoon', []],
    ['10%of', []],
    ['\\o/', ['Bob']],
    ['çel', ['Çelik']],
    ['ÇE', ['Çelik']],
    ['%', ['Bob']],
    ['_', ['Bob']],
    ['lace count', []],
    ['', ['Dee', 'Çelik', 'Bob', 'Ada Lovelace']],
  ])('finds %j in %j', async (q, names) => {
    expect(await found({ q })).toEqual(names);
  });

  it('follows every change of what it looks in', async () => {
    const changing = await app.workspace();
    const id = await make({ name: 'Eve Early', remark: 'first words' }, changing);
    await changing.graph.ask(update, { id, input: { name: 'Eve Later' } });
    expect([await found({ q: 'early' }, changing), await found({ q: 'first words' }, changing)]).toEqual([
      [],
      ['Eve Later'],
    ]);
    await changing.graph.ask(update, { id, input: { remark: null, email: 'eve@example.org' } });
    expect([await found({ q: 'first words' }, changing), await found({ q: 'example.org' }, changing)]).toEqual([
      [],
      ['Eve Later'],
    ]);
    await changing.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
    expect(await found({ q: 'example.org' }, changing)).toEqual([]);
    await changing.graph.ask('mutation ($id: ID!) { restoreLead(id: $id) { lead { id remark email } } }', { id });
    expect(await found({ q: 'example.org' }, changing)).toEqual(['Eve Later']);
  });

  it('finds what a visitor said of himself', async () => {
    const say = `mutation ($id: ID!) {
      sendVisitorMessage(widgetId: $id, input: { message: "I am Zoe Quill, zoe@quill.example" }) { message { id } }
    }`;
    const visited = await app.workspace();
    await visited.graph.ask(say, { id: visited.widgetId });
    expect(await found({ q: 'zoe@quill' }, visited)).toEqual(['Zoe Quill']);
  });

  it('holds together with every other filter', async () => {
    expect(await found({ tags: ['a', 'b'] })).toEqual(['Çelik', 'Bob']);
    expect(await found({ tags: ['a', 'b'], q: 'bob' })).toEqual(['Bob']);
    expect(await found({ targetType: 'partner_lead' })).toEqual(['Ada Lovelace']);
    expect(await found({ targetType: 'partner', q: 'ada' })).toEqual([]);
  });
});

describe('q among more leads than are looked through one by one', () => {
  const total = 10_200;
  let many: TestWorkspace;
  beforeAll(async () => {
    many = await app.workspace();
    await app.database.pool.query(
      `insert into leads (org_id, id, stage_id, source, tags, first_name, remark, search, created_at, updated_at)
       select org_id, lpad(n::text, 26, '0'), id, 'manual', '{}', n::text, repeat('x', 400),
              'lead' || case when n <= 150 then ' fireplace' else '' end || case when n in (7, $2) then ' zq --- x...' else '' end, now(), now()
         from stages, generate_series(1, $2::int) n where key = 'new' and org_id = $1`,
      [many.orgId, total],
    );
    await app.database.pool.query('vacuum analyze leads');
  });

  const page = async (q: string, after: string | null = null) => {
    const query = `query ($q: String, $after: String) {
      leads(first: 100, after: $after, filter: { q: $q }) { totalCount nodes { name } pageInfo { endCursor hasNextPage } }
    }`;
    type Page = Listed['leads'] & { pageInfo: { endCursor: string | null; hasNextPage: boolean } };
    const { leads } = await many.graph.ask<{ leads: Page }>(query, { q, after });
    return { ...leads, names: leads.nodes.map(({ name }) => Number(name)) };
  };
  const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

  it('finds frequent words in the newest, and counts them all', async () => {
    expect(await page('lead')).toMatchObject({
      totalCount: total,
      names: down(total, total - 99),
      pageInfo: { hasNextPage: true },
    });
  });

  it('finds words that only older ones have, newest first, page by page', async () => {
    const first = await page('fireplace');
    expect([first.totalCount, first.names]).toEqual([150, down(150, 51)]);
    const second = await page('fireplace', first.pageInfo.endCursor);
    expect([second.names, second.pageInfo.hasNextPage]).toEqual([down(50, 1), false]);
  });

  it.each(['fireplace', 'no such words'])('looks %s up in the index, and walks all leads for none', async (q) => {
    const plans = await plansOf(app.database, 'leads', () => page(q));
    expect(plans.filter((plan) => plan.includes('Seq Scan'))).toEqual([]);
    const found = plans.filter((plan) => plan.includes('Bitmap Index Scan on leads_search'));
    expect(found).toHaveLength(2);
    // Sorted by what no index has: however many leads there are, no plan walks them in their order.
    expect(found.filter((plan) => plan.includes('Sort Key: created_at DESC, id DESC'))).toHaveLength(1);
  });

  // A statement is planned for no words in particular from its sixth use on.
  it.each(['zq', '---', 'x...', 'q -'])(
    'finds %s, which no index knows, in the newest 10,000 alone, however often it is asked for',
    async (q) => {
      for (let time = 0; time < 8; time += 1) expect((await page(q)).names).toEqual([total]);
    },
  );

  it.each(['zq -', '- x', '-- x'])('finds %s among all, since the index knows a part of it', async (q) => {
    expect((await page(q)).names).toEqual([total, 7]);
  });
});

describe('the log', () => {
  it('keeps the remark and not what a lead is searched by', async () => {
    await make({ name: 'Finn', remark: 'Call back' });
    const { rows } = await app.database.pool.query<{ lead: object }>(
      `select snapshot->'lead' as lead from events where org_id = $1 order by position desc limit 1`,
      [workspace.orgId],
    );
    expect(rows[0]?.lead).toMatchObject({ remark: 'Call back' });
    expect(rows[0]?.lead).not.toHaveProperty('search');
  });
});
