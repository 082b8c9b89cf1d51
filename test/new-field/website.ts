import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Clawcrm, graphId, openClawcrm } from '../compat/clawcrm/workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

it('a website is taken, changed, reset, told of by events and shown by the graph', async () => {
  const lead = { firstName: 'Ada', email: 'ada@example.com' };
  const { json: made } = await api.post('/leads', { ...lead, website: 'one.example' });
  const { json: changed } = await api.patch(`/leads/${made.id}`, { website: 'two.example' });
  const shown = await api.graph('query ($id: ID!) { lead(id: $id) { website } }', { id: graphId(made.id) });
  const { json: reset } = await api.put(`/leads/${made.id}`, lead);
  const { events } = await api.graph('{ events(first: 10) { nodes { ... on LeadEvent { lead { website } } } } }');
  expect({
    made: made.lead.website,
    changed: changed.lead.website,
    shown: shown.lead.website,
    reset: reset.lead.website,
    told: events.nodes,
  }).toEqual({
    made: 'one.example',
    changed: 'two.example',
    shown: 'two.example',
    reset: null,
    told: ['one.example', 'two.example', null].map((website) => ({ lead: { website } })),
  });
});

it('a refused body is told of it', async () => {
  const { json } = await api.post('/leads', { firstName: 'Ada' });
  expect(json.error.hint).toContain('website');
});
