import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

async function taskThatIs(status: string): Promise<string> {
  const { createTask } = await workspace.graph.ask<{ createTask: { task: { id: string } } }>(
    'mutation { createTask(input: { type: OTHER, title: "Call" }) { task { id } } }',
  );
  const { id } = createTask.task;
  await workspace.graph.ask(
    'mutation ($id: ID!, $status: TaskStatus) { updateTask(id: $id, input: { status: $status }) { task { id } } }',
    { id, status },
  );
  return id;
}
const reopen = 'mutation ($id: ID!) { reopenTask(id: $id) { task { status completedAt } } }';

it.each(['COMPLETED', 'CANCELLED', 'PENDING'])('a task that is %s is to be done afterwards', async (status) => {
  const id = await taskThatIs(status);
  expect(await workspace.graph.ask(reopen, { id })).toEqual({
    reopenTask: { task: { status: 'PENDING', completedAt: null } },
  });
});

it.each(['RUNNING', 'FAILED'])('a task that is %s stays so', async (status) => {
  expect(await workspace.graph.refusal(reopen, { id: await taskThatIs(status) })).toBe('CONFLICT');
});

it('tells subscribers and the audit of it', async () => {
  const id = await taskThatIs('COMPLETED');
  await workspace.graph.ask(reopen, { id });
  const { auditLog } = await workspace.graph.ask<{
    auditLog: { nodes: { action: string; changes: { field: string; before: unknown; after: unknown }[] }[] };
  }>('query ($id: ID) { auditLog(subjectId: $id) { nodes { action changes { field before after } } } }', { id });
  expect(auditLog.nodes[0]).toEqual({
    action: 'task.updated',
    changes: [{ field: 'status', before: 'COMPLETED', after: 'PENDING' }],
  });
});
