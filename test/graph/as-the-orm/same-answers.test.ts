import { afterAll, beforeAll, expect, it } from 'vitest';
import { allScopes } from '../../../src/access/scopes.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import { type Chance, createChance } from '../../support/chance.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { type Asked, createAsked, type Listed, type Rows } from './asked.ts';
import { seedLists } from './seed-lists.ts';
import type { Find, Referred, Row } from './shown.ts';

type Table = { findMany(args: object): Promise<Row[]> };
/** Who asks, and what of the database that is, in the ORM’s terms. */
type Reader = { readonly name: string; readonly graph: GraphClient; readonly rows: Rows; readonly reach: Reach };
type Reach = { readonly orgId: string; readonly businessId: string | null };

let app: TestApp;
const readers: Reader[] = [];

const tableOf = (model: string) => Reflect.get(app.database.prisma, model) as Table;

/** Of a locked key the rows of its business; of businesses that itself. */
function within({ orgId, businessId }: Reach, model: Listed | Referred): object {
  if (businessId === null) return { orgId };
  return model === 'business' ? { orgId, id: businessId } : { orgId, businessId };
}

const listed = ['conversation', 'message', 'note', 'task', 'webhookDelivery', 'webhookEndpoint', 'event'] as const;

async function rowsOf(reach: Reach): Promise<Rows> {
  const read = async (model: Listed | 'lead') => [
    model,
    await tableOf(model).findMany({ where: within(reach, model) }),
  ];
  return Object.fromEntries(await Promise.all([...listed, 'lead' as const].map(read))) as Rows;
}

beforeAll(async () => {
  app = await startTestApp({ clock: createTestClock(new Date('2100-01-02T00:00:00.000Z')) });
  const reading = allScopes.filter((scope) => scope.endsWith(':read'));
  for (const [seed, name] of ['one', 'another'].entries()) {
    const workspace = await app.workspace(name);
    const { orgId } = workspace;
    const businessId = await seedLists(app, workspace, createChance(seed));
    const whole = { orgId, businessId: null };
    const locked = { orgId, businessId };
    const graph = await workspace.graphAs(reading, `biz_${businessId}`);
    readers.push(
      { name, graph: workspace.graph, rows: await rowsOf(whole), reach: whole },
      { name: `${name}, locked`, graph, rows: await rowsOf(locked), reach: locked },
    );
  }
});
afterAll(() => app.close());

type Connection = {
  readonly edges: { readonly cursor: string; readonly node: { id: string } }[];
  readonly nodes: object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
};

async function ask(graph: GraphClient, { path, around, args }: Asked, page: string, of: string): Promise<Connection> {
  const list = `${path.at(-1)}(${[...args, page].join(', ')}) { ${of} }`;
  let answer: unknown = await graph.ask(around === '' ? `{ ${list} }` : `{ ${around} { ${list} } }`);
  for (const field of path) answer = Reflect.get(Object(answer), field);
  return answer as Connection;
}

/** A page of the list from one of its rows or of its ends on: what is asked for, and the rows that are on it. */
function pageOf(chance: Chance, cursors: readonly string[], rows: readonly Row[]) {
  const [size, backward] = [1 + chance.below(4), chance.below(2) === 0];
  const at = rows.length > 0 && chance.below(2) === 0 ? chance.below(rows.length) : null;
  const behind = at === null ? rows : backward ? rows.slice(0, at) : rows.slice(at + 1);
  const found = backward ? behind.slice(-size) : behind.slice(0, size);
  const cursor = at === null ? '' : `, ${backward ? 'before' : 'after'}: ${JSON.stringify(cursors[at])}`;
  const hasMore = behind.length > size;
  const flags = { hasNextPage: backward ? at !== null : hasMore, hasPreviousPage: backward ? hasMore : at !== null };
  return { page: `${backward ? 'last' : 'first'}: ${size}${cursor}`, found, flags };
}

const finderOf = async (reach: Reach): Promise<Find> => {
  const models = ['lead', 'conversation', 'message', 'business', 'widget', 'webhookEndpoint', 'event'] as const;
  const read = async (model: Referred) => {
    const rows = await tableOf(model).findMany({ where: within(reach, model) });
    const standing = rows.filter((row) => (row['deletedAt'] ?? null) === null);
    return [model, new Map(standing.map((row) => [row['id'], row]))] as const;
  };
  const all = new Map(await Promise.all(models.map(read)));
  return (model, id) => all.get(model)?.get(id) ?? null;
};

const counted = { rows: 0, narrowed: 0, references: 0 };

it.each([
  'conversations',
  'tasks',
  'webhookDeliveries',
  'webhookEndpoints',
  'events',
  'messages',
  'notes',
  'tasks of a lead',
] as const)('%s are listed as the ORM lists them', async (name) => {
  const chance = createChance(name.length);
  const finders = new Map(await Promise.all(readers.map(async ({ reach }) => [reach, await finderOf(reach)] as const)));
  let found = 0;
  for (let tries = 0; tries < 60; tries += 1) {
    const { graph, rows, reach, name: reader } = chance.pick(readers);
    const asked = createAsked(chance, rows)[name]();
    const { model, where, orderBy, args } = asked;
    const expected = await tableOf(model).findMany({ where: { AND: [where, within(reach, model)] }, orderBy });
    const whole = await ask(graph, asked, 'first: 200', 'edges { cursor node { id } }');
    const find = finders.get(reach) ?? (() => null);
    const idShown = asked.shown['id']?.of;
    expect({ reader, args, ids: whole.edges.map(({ node }) => node.id) }).toEqual({
      reader,
      args,
      ids: expected.map((row) => idShown?.(row, find)),
    });

    const cursors = whole.edges.map(({ cursor }) => cursor);
    const { page, found: onPage, flags } = pageOf(chance, cursors, expected);
    const fields = Object.entries(asked.shown).filter(() => chance.below(3) === 0);
    const of = ['__typename', ...fields.map(([field, { asked: told }]) => told ?? field)].join(' ');
    const answer = await ask(graph, asked, page, `nodes { ${of} } pageInfo { hasNextPage hasPreviousPage }`);
    const told = onPage.map((row) => Object.fromEntries(fields.map(([field, shown]) => [field, shown.of(row, find)])));
    const nodes = answer.nodes.map((node) =>
      Object.fromEntries(fields.map(([field]) => [field, Reflect.get(node, field) as unknown])),
    );
    expect({ reader, args, page, nodes, ...answer.pageInfo }).toEqual({ reader, args, page, nodes: told, ...flags });
    found += onPage.length;
    counted.rows += onPage.length;
    if (args.length > 0 && onPage.length > 0) counted.narrowed += 1;
    counted.references += told.flatMap((row) => Object.values(row)).filter((value) => Object(value) === value).length;
  }
  expect(found).toBeGreaterThan(30);
});

it('has met many a row, what it points to, and lists that are narrowed', () => {
  expect(counted.rows).toBeGreaterThan(300);
  expect(counted.narrowed).toBeGreaterThan(50);
  expect(counted.references).toBeGreaterThan(200);
});
