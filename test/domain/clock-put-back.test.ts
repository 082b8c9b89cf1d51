import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Times = { readonly createdAt: string; readonly updatedAt: string };

const times = 'createdAt updatedAt';

/** Makes something, puts the clock back by an hour, changes it, and answers its times then. */
async function changeBackThen(made: () => Promise<string>, change: (id: string) => Promise<Times>): Promise<Times> {
  const id = await made();
  clock.advance(-60 * 60 * 1000);
  return change(id);
}

it('a lead is never updated before it was created, in its row and in its event', async () => {
  const { graph } = workspace;
  const { createdAt, updatedAt } = await changeBackThen(
    async () => {
      const made = await graph.ask<{ createLead: { lead: { id: string } } }>(
        'mutation { createLead(input: { name: "Ada" }) { lead { id } } }',
      );
      return made.createLead.lead.id;
    },
    async (id) => {
      const change = `mutation ($id: ID!) { updateLead(id: $id, input: { phone: "1234567" }) { lead { ${times} } } }`;
      return (await graph.ask<{ updateLead: { lead: Times } }>(change, { id })).updateLead.lead;
    },
  );
  expect(updatedAt).toBe(createdAt);
  const { events } = await graph.ask<{ events: { nodes: { type: string; lead: Times }[] } }>(
    `{ events(first: 50, types: [LEAD_UPDATED]) { nodes { type ... on LeadEvent { lead { ${times} } } } } }`,
  );
  expect(events.nodes).toEqual([{ type: 'LEAD_UPDATED', lead: { createdAt, updatedAt } }]);
});

it('nor is a task', async () => {
  const { graph } = workspace;
  const { createdAt, updatedAt } = await changeBackThen(
    async () => {
      const create = 'mutation { createTask(input: { title: "Call", type: OTHER }) { task { id } } }';
      return (await graph.ask<{ createTask: { task: { id: string } } }>(create)).createTask.task.id;
    },
    async (id) => {
      const change = `mutation ($id: ID!) { updateTask(id: $id, input: { title: "Call again" }) { task { ${times} } } }`;
      return (await graph.ask<{ updateTask: { task: Times } }>(change, { id })).updateTask.task;
    },
  );
  expect(updatedAt).toBe(createdAt);
});

it('nor is anything else that tells when it was made and updated', async () => {
  const { rows } = await app.database.pool.query<{ name: string; guarded: boolean }>(`
    select c.relname as name, exists (
      select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'updated_after_created' and t.tgenabled = 'O'
    ) as guarded
      from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_attribute made on made.attrelid = c.oid
     where a.attname = 'updated_at' and made.attname = 'created_at' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(({ guarded }) => !guarded)).toEqual([]);
});
