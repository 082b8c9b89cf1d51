import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { patiently } from '../support/patiently.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let isBroken = false;
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  const enrich = async () => {
    if (isBroken) throw new Error('No route.');
    return { status: 'COMPLETE', findings: { companyName: 'Acme' }, source: 'email' } as const;
  };
  app = await startTestApp({ clock, enricher: { enrich } });
});
beforeEach(async () => {
  workspace = await app.workspace();
  isBroken = false;
});
afterAll(() => app.close());

type Job = { id: string; state: string; attempts: number; lastError: string | null; nextAttemptAt: string | null };
const shown = 'id state attempts lastError nextAttemptAt';

const jobs = async (args = ''): Promise<Job[]> =>
  (await workspace.graph.ask<{ jobs: { nodes: Job[] } }>(`{ jobs${args} { nodes { ${shown} } } }`)).jobs.nodes;

async function schedule(dueAt: string | null = null): Promise<{ task: string; job: string }> {
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { email: "ada@acme.com" }) { lead { id } } }',
  );
  const { createTask } = await workspace.graph.ask<{ createTask: { task: { id: string } } }>(
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }',
    { input: { type: 'ENRICHMENT', title: 'Look up', leadId: createLead.lead.id, dueAt, automated: true } },
  );
  const [job] = await jobs(`(subjectId: "${createTask.task.id}")`);
  return { task: createTask.task.id, job: job?.id ?? '' };
}

const statusOf = async (id: string): Promise<string> =>
  (await workspace.graph.ask<{ task: { status: string } }>('query ($id: ID!) { task(id: $id) { status } }', { id }))
    .task.status;

const retry = 'mutation ($id: ID!) { retryJob(id: $id) { job { state } } }';
const cancel = 'mutation ($id: ID!) { cancelJob(id: $id) { job { state } } }';
const later = () => new Date(clock.now().getTime() + 60_000).toISOString();

describe('the jobs of a workspace', () => {
  it('are listed by state, kind and what they are about', async () => {
    const dueAt = later();
    const { task, job } = await schedule(dueAt);
    const waiting = { id: job, state: 'WAITING', attempts: 0, lastError: null, nextAttemptAt: dueAt };
    expect(await jobs(`(state: WAITING, kind: TASK, subjectId: "${task}")`)).toEqual([waiting]);
    expect(await jobs('(state: DEAD)')).toEqual([]);
  });

  it('are begun ahead of their time by hand', async () => {
    const { task, job } = await schedule(later());
    await workspace.graph.ask(retry, { id: job });
    await expect.poll(() => statusOf(task), patiently).toBe('COMPLETED');
    await expect.poll(() => jobs('(state: SUCCEEDED)'), patiently).toMatchObject([{ id: job, nextAttemptAt: null }]);
    expect(await workspace.graph.refusal(retry, { id: job })).toBe('CONFLICT');
    expect(await workspace.graph.refusal(cancel, { id: job })).toBe('CONFLICT');
  });

  it('have all of their attempts anew once they are dead, and their task with them', async () => {
    isBroken = true;
    const { task, job } = await schedule();
    for (const attempts of [1, 2, 3, 4]) {
      await expect.poll(() => jobs('(state: WAITING)'), patiently).toMatchObject([{ id: job, attempts }]);
      clock.advance(60 * 60 * 1000);
    }
    await expect
      .poll(() => jobs('(state: DEAD)'), patiently)
      .toMatchObject([{ id: job, attempts: 5, lastError: 'The enrichment broke off. Try again later.' }]);
    expect(await statusOf(task)).toBe('FAILED');
    isBroken = false;
    await workspace.graph.ask(retry, { id: job });
    await expect.poll(() => statusOf(task), patiently).toBe('COMPLETED');
    await expect.poll(() => jobs('(state: SUCCEEDED)'), patiently).toMatchObject([{ id: job, attempts: 6 }]);
  });

  it('are cancelled with their task while they wait, and can be retried', async () => {
    const { task, job } = await schedule(later());
    await workspace.graph.ask(cancel, { id: job });
    expect([await statusOf(task), await jobs()]).toMatchObject(['CANCELLED', [{ state: 'CANCELLED', attempts: 0 }]]);
    clock.advance(120_000);
    await workspace.graph.ask(retry, { id: job });
    await expect.poll(() => statusOf(task), patiently).toBe('COMPLETED');
  });
});
