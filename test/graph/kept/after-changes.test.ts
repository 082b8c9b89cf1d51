import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countStatements, type StatementCounter } from '../../support/count-statements.ts';
import { patiently } from '../../support/patiently.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { makeOfEach } from '../make-of-each.ts';
import { rootFields } from '../root-fields.ts';
import { keptReads, keptRoutes, namedOf, type Read, readAll } from './reads.ts';
import { startTwoNodes, type TwoNodes } from './two-nodes.ts';

let nodes: TwoNodes;
let workspace: TestWorkspace;
let reads: readonly Read[];
let counter: StatementCounter;

beforeAll(async () => {
  nodes = await startTwoNodes();
  counter = countStatements(nodes.keeping.database);
  workspace = await nodes.keeping.workspace();
  reads = keptReads(workspace.keys, await namedOf(workspace, await makeOfEach(workspace)));
});
afterAll(() => nodes.close());

it('covers the graph and every vendor', () => {
  expect(reads.length).toBeGreaterThan(40);
  expect(new Set(keptRoutes.map(({ dialect }) => dialect.name)).size).toBe(3);
});

it('answers what was asked before as it was, byte for byte, with the statement alone that tells who asks', async () => {
  const fresh = await readAll(nodes.fresh.url, reads);
  for (const [name, { status, text }] of Object.entries(fresh)) expect([name, status, text]).toEqual([name, 200, text]);
  expect(await readAll(nodes.keeping.url, reads)).toEqual(fresh);
  let again;
  const statements = await counter.during(async () => void (again = await readAll(nodes.keeping.url, reads)));
  expect(again).toEqual(fresh);
  expect([...new Set(statements)]).toEqual([expect.stringContaining('from api_keys k join organisations o')]);
});

describe('nobody is told what was before', () => {
  const isLast = (name: string) => name === 'Mutation.deleteWidget';
  const mutations = Object.entries(rootFields)
    .filter(([name]) => name.startsWith('Mutation.'))
    // It takes away what the others write to.
    .toSorted(([a], [b]) => Number(isLast(a)) - Number(isLast(b)));

  const jobsUnderWay = async () => {
    const sql = `select count(*)::int as count from jobs where org_id = $1 and (state = 'RUNNING' or state = 'WAITING' and run_at <= now())`;
    const { rows } = await nodes.keeping.database.pool.query<{ count: number }>(sql, [workspace.orgId]);
    return rows[0]?.count;
  };

  it.each(mutations)('%s', async (_, { call }) => {
    const ids = await makeOfEach(workspace);
    await workspace.graph.send(`mutation { ${call(ids)} }`);
    // What it set going changes rows too.
    await vi.waitFor(async () => expect(await jobsUnderWay()).toBe(0), patiently);
    expect(await readAll(nodes.keeping.url, reads)).toEqual(await readAll(nodes.fresh.url, reads));
  });

  it('after a change by another node', async () => {
    const key = workspace.keys.graphql;
    const change = { query: 'mutation { createLead(input: { name: "Grace" }) { lead { id } } }' };
    await readAll(nodes.keeping.url, reads);
    await readAll(nodes.fresh.url, [{ name: 'change', key, path: '/graphql', body: change }]);
    expect(await readAll(nodes.keeping.url, reads)).toEqual(await readAll(nodes.fresh.url, reads));
  });
});
