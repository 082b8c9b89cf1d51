import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

type Made = { createLead: { lead: { id: string } } };
const list = 'query ($after: String) { leads(first: 2, after: $after) { nodes { name } } }';

it('a page behind a lead that was purged meanwhile still follows; one behind a lead of nobody’s does not', async () => {
  const { graph } = await app.workspace();
  const ids: string[] = [];
  for (const name of ['Ada', 'Bob', 'Cyd', 'Dan'])
    ids.push(
      (await graph.ask<Made>('mutation ($n: String) { createLead(input: { name: $n }) { lead { id } } }', { n: name }))
        .createLead.lead.id,
    );
  const after = ids[2];
  await graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: after });
  expect(await graph.ask(list, { after })).toEqual({ leads: { nodes: [{ name: 'Bob' }, { name: 'Ada' }] } });
  const other = await app.workspace();
  expect(await other.graph.refusal(list, { after })).toBe('INVALID');
  expect(await graph.refusal(list, { after: 'ld_01jqz5v8m3k9wfp2c7hx0dtbne' })).toBe('INVALID');
});
