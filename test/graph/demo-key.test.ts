import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFirstWorkspace, type FirstWorkspace } from '../../src/domain/workspaces/create-first-workspace.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';

let app: TestApp;
let first: FirstWorkspace;
let graph: GraphClient;

beforeAll(async () => {
  app = await startTestApp();
  const made = await createFirstWorkspace(app.app.services);
  if (!made) throw new Error('There is a first workspace already.');
  first = made;
  graph = createGraphClient(app.url, first.keys.graphql);
});
afterAll(() => app.close());

type Widgets = { widgets: { nodes: { name: string; demoKey: string | null }[] } };
const widgets = async (client: GraphClient) => {
  const answer = await client.ask<Widgets>('{ widgets { nodes { name demoKey } } }');
  return Object.fromEntries(answer.widgets.nodes.map(({ name, demoKey }) => [name, demoKey]));
};

it('is told of the first widget alone, while the demo page shows it', async () => {
  await graph.ask('mutation { createWidget(input: { name: "Shop" }) { widget { id } } }');
  expect(await widgets(graph)).toEqual({ 'My website': first.keys.widget, Shop: null });
  expect(await (await fetch(`${app.url}/demo`)).text()).toContain(first.keys.widget);
});

it('is none of another workspace’s widgets, and hidden from who may not read widgets', async () => {
  const other = await app.workspace();
  expect(Object.values(await widgets(other.graph))).toEqual([null]);
  const reader = await other.graphAs(['leads:read']);
  const node = 'query ($id: ID!) { node(id: $id) { ... on Widget { demoKey } } }';
  const { errors } = await reader.send(node, { id: `wdg_${first.widgetId}` });
  const { data } = await other.graph.send(node, { id: `wdg_${first.widgetId}` });
  expect([errors.length > 0, data]).toEqual([true, { node: null }]);
});

it('is gone once the key is revoked, as the page is', async () => {
  type Keys = { apiKeys: { nodes: { id: string; hint: string }[] } };
  const { apiKeys } = await graph.ask<Keys>('{ apiKeys(first: 200) { nodes { id hint } } }');
  const id = apiKeys.nodes.find(({ hint }) => first.keys.widget.startsWith(hint))?.id;
  await graph.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', { id });
  expect(await widgets(graph)).toEqual({ 'My website': null, Shop: null });
  expect((await fetch(`${app.url}/demo`)).status).toBe(404);
});
