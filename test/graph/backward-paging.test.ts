import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { countStatements } from '../support/count-statements.ts';
import { seedEverything } from '../support/seed-everything.ts';
import type { TestWorkspace } from '../support/workspace.ts';

type Info = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};
type Page = { nodes: { id: string }[]; pageInfo: Info };

let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;
/** A row of each type that lists hang below, with more of them than a page of the test holds. */
const parents: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  other = await app.workspace();
  const seeded = await seedEverything(app.database, workspace.orgId, 7);
  const lead = `ld_${seeded.leads[0]}`;
  const query = 'query ($id: ID!) { lead(id: $id) { enrolments(last: 1) { nodes { id } } } }';
  type Enrolled = { lead: { enrolments: Page } };
  const { enrolments } = (await workspace.graph.ask<Enrolled>(query, { id: lead })).lead;
  Object.assign(parents, {
    Lead: lead,
    Conversation: `cv_${seeded.conversations[0]}`,
    Campaign: `cmp_${seeded.campaigns[0]}`,
    Enrolment: enrolments.nodes[0]?.id,
    SyncSource: `src_${seeded.syncSources[0]}`,
  });
});
afterAll(() => app.close());

const isConnection = (name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) && 'pageInfo' in type.getFields();
};

const lists = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })))
  .filter(({ field }) => isConnection(getNamedType(field.type).name))
  .map(({ type, field }) => ({ name: `${type}.${field.name}`, type, field }));

const documentOf = ({ type, field }: (typeof lists)[number], args: string) => {
  const list = `page: ${field.name}(${args}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  return type === 'Query' ? `{ ${list} }` : `{ parent: node(id: "${parents[type]}") { ... on ${type} { ${list} } } }`;
};

async function read(list: (typeof lists)[number], args: string): Promise<Page> {
  type Answer = { page: Page } | { parent: { page: Page } };
  const answer = await workspace.graph.ask<Answer>(documentOf(list, args));
  return 'parent' in answer ? answer.parent.page : answer.page;
}
const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

describe.each(lists)('the list $name', (list) => {
  it('takes first, after, last and before', () => {
    expect(list.field.args.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['first', 'after', 'last', 'before']),
    );
  });

  it('reads the same rows back as on, and tells truly what lies beside each page', async () => {
    const all = idsOf(await read(list, 'first: 200'));
    expect(all.length).toBeGreaterThan(6);
    const seen: string[] = [];
    for (let args = 'first: 3', more = true; more;) {
      const page = await read(list, args);
      const { startCursor, endCursor, hasNextPage, hasPreviousPage } = page.pageInfo;
      expect(hasPreviousPage).toBe(seen.length > 0);
      const begins = await read(list, `last: 200, before: "${startCursor}"`);
      expect(idsOf(begins)).toEqual(seen);
      seen.push(...idsOf(page));
      [args, more] = [`first: 3, after: "${endCursor}"`, hasNextPage];
    }
    expect(seen).toEqual(all);
    const back: string[] = [];
    for (let args = 'last: 3', more = true; more;) {
      const page = await read(list, args);
      const { startCursor, hasNextPage, hasPreviousPage } = page.pageInfo;
      expect(hasNextPage).toBe(back.length > 0);
      back.unshift(...idsOf(page));
      [args, more] = [`last: 3, before: "${startCursor}"`, hasPreviousPage];
    }
    expect(back).toEqual(all);
  });

  it('has no page before the first row, and none behind the last, and says on which side the rows are', async () => {
    const whole = await read(list, 'last: 200');
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = whole.pageInfo;
    expect([hasPreviousPage, hasNextPage]).toEqual([false, false]);
    const before = await read(list, `before: "${startCursor}"`);
    expect([idsOf(before), before.pageInfo.hasPreviousPage, before.pageInfo.hasNextPage]).toEqual([[], false, true]);
    const behind = await read(list, `after: "${endCursor}"`);
    expect([idsOf(behind), behind.pageInfo.hasPreviousPage, behind.pageInfo.hasNextPage]).toEqual([[], true, false]);
  });

  it('refuses two directions at once, and cursors that are not known', async () => {
    const { startCursor: cursor } = (await read(list, 'first: 1')).pageInfo;
    for (const args of [
      'first: 1, last: 1',
      `after: "${cursor}", before: "${cursor}"`,
      `first: 1, before: "${cursor}"`,
      `last: 1, after: "${cursor}"`,
      'last: 0',
      'last: 201',
    ]) {
      expect([args, await workspace.graph.refusal(documentOf(list, args))]).toEqual([args, 'INVALID']);
    }
    const code = cursor?.startsWith('evt_') ? 'CURSOR_EXPIRED' : 'INVALID';
    for (const unknown of ['nonsense', `${cursor?.slice(0, -4)}zzzz`]) {
      expect(await workspace.graph.refusal(documentOf(list, `last: 1, before: "${unknown}"`))).toBe(code);
    }
  });
});

const tops = lists.filter(({ type, field }) => type === 'Query' && field.name !== 'feedbackInbox');

it.each(tops)('another tenant cannot read back from a cursor of $name', async (list) => {
  const { startCursor: cursor } = (await read(list, 'first: 1')).pageInfo;
  const code = cursor?.startsWith('evt_') ? 'CURSOR_EXPIRED' : 'INVALID';
  expect(await other.graph.refusal(documentOf(list, `last: 1, before: "${cursor}"`))).toBe(code);
});

it('what lies beside a page costs a statement only where it is asked for, and once however often', async () => {
  const counter = countStatements(app.database);
  const { endCursor } = (
    await read(
      lists.find(({ name }) => name === 'Query.tasks')!,
      'first: 3',
    )
  ).pageInfo;
  const count = async (selection: string) =>
    (await counter.during(() => workspace.graph.ask(`{ tasks(first: 2, after: "${endCursor}") { ${selection} } }`)))
      .length;
  const alone = await count('nodes { id } pageInfo { hasNextPage }');
  expect(await count('nodes { id } a: pageInfo { hasPreviousPage } b: pageInfo { hasPreviousPage }')).toBe(alone + 1);
});

it('children of many parents are read back in as many statements as those of one', async () => {
  const counter = countStatements(app.database);
  const count = async (first: number) => {
    const notes = 'notes(last: 2) { nodes { id } pageInfo { hasPreviousPage hasNextPage } }';
    return (await counter.during(() => workspace.graph.ask(`{ leads(first: ${first}) { nodes { ${notes} } } }`)))
      .length;
  };
  expect(await count(7)).toBe(await count(1));
});

it('a page may be skipped to by number from the beginning alone', async () => {
  const { pageInfo } = await read(
    lists.find(({ name }) => name === 'Query.tasks')!,
    'first: 2, offset: 2',
  );
  expect(pageInfo.hasPreviousPage).toBe(true);
  expect(await workspace.graph.refusal('{ tasks(last: 2, offset: 2) { nodes { id } } }')).toBe('INVALID');
  expect(
    await workspace.graph.refusal(`{ tasks(before: "${pageInfo.startCursor}", offset: 2) { nodes { id } } }`),
  ).toBe('INVALID');
});
