import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('a widget’s text is up to 20,000 characters, and no event holds it', async () => {
  const workspace = await app.workspace();
  const { graph, widgetId } = workspace;
  const update = (input: object) =>
    graph.send(
      'mutation ($id: ID!, $input: UpdateWidgetInput!) { updateWidget(id: $id, input: $input) { widget { id } } }',
      { id: widgetId, input },
    );
  const knowledge = `${'k'.repeat(19_999)}!`;
  await update({ knowledge });
  const { widgets } = await graph.ask<{ widgets: { nodes: { knowledge: string }[] } }>(
    '{ widgets { nodes { knowledge } } }',
  );
  expect(widgets.nodes[0]?.knowledge).toBe(knowledge);
  await graph.ask(
    'mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hello" }) { message { id } } }',
    { w: widgetId },
  );
  const { rows } = await app.database.pool.query<{ found: number }>(
    `select count(*)::int as found from events where org_id = $1 and snapshot::text like '%kkkk%'`,
    [workspace.orgId],
  );
  expect(rows[0]?.found).toBe(0);
  const refused = await update({ knowledge: `${knowledge}!` });
  expect(refused.errors[0]).toMatchObject({ extensions: { code: 'INVALID', field: 'knowledge' } });
  await update({ knowledge: null });
  expect(await graph.ask('{ widgets { nodes { knowledge } } }')).toEqual({ widgets: { nodes: [{ knowledge: null }] } });
});
