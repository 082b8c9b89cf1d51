import { afterAll, beforeAll, expect, it } from 'vitest';
import { allScopes } from '../../../src/access/scopes.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { makeOfEach } from '../make-of-each.ts';
import { keptReads, namedOf, readAll } from './reads.ts';
import { startTwoNodes, type TwoNodes } from './two-nodes.ts';

let nodes: TwoNodes;
let workspace: TestWorkspace;
let named: Parameters<typeof keptReads>[1];
const keys = new Map<string, string>();

// All keys first: to make one is a change, after which nothing is kept of what was told before.
beforeAll(async () => {
  nodes = await startTwoNodes();
  workspace = await nodes.keeping.workspace();
  const other = await nodes.keeping.workspace('Other');
  const ids = await makeOfEach(workspace);
  named = await namedOf(workspace, ids);
  const { connectOpenClaw } = await workspace.graph.ask<{ connectOpenClaw: { secret: string } }>(
    'mutation { connectOpenClaw { secret } }',
  );
  for (const scope of reading) {
    keys.set(`without ${scope}`, (await workspace.graphAs(allScopes.filter((one) => one !== scope))).key);
  }
  keys.set('that may only read leads', (await workspace.graphAs(['leads:read'])).key);
  keys.set('locked to a business', (await workspace.graphAs(['leads:read', 'tasks:read'], ids.business)).key);
  keys.set('of another member', connectOpenClaw.secret);
  keys.set('of another workspace', other.keys.graphql);
  await readAll(nodes.keeping.url, keptReads(workspace.keys, named));
});
afterAll(() => nodes.close());

const reading = allScopes.filter((scope) => scope.endsWith(':read') || scope === 'staff');
const others = ['that may only read leads', 'locked to a business', 'of another member', 'of another workspace'];

it.each([...reading.map((scope) => `without ${scope}`), ...others])(
  'a key %s is told what it may read, though the operator was told all of it',
  async (name) => {
    const own = { ...workspace.keys, graphql: keys.get(name) ?? '' };
    const reads = keptReads(own, named).filter(({ path }) => path === '/graphql');
    expect(await readAll(nodes.keeping.url, reads)).toEqual(await readAll(nodes.fresh.url, reads));
  },
);
