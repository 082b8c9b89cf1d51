import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Enrichment } from '../../src/domain/leads/enrichment/enricher.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { patiently } from '../support/patiently.ts';

type Task = { id: string; status: string; execution: unknown; result: unknown; completedAt: string | null };
const shown = 'id status execution result completedAt';

const clock = createTestClock();
let enrich: () => Promise<Enrichment>;
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => void (app = await startTestApp({ clock, enricher: { enrich: () => enrich() } })));
beforeEach(async () => {
  workspace = await app.workspace();
  enrich = async () => ({ status: 'COMPLETE', findings: { companyName: 'Acme' }, source: 'email' });
});
afterAll(() => app.close());

async function newLead(): Promise<string> {
  const made = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { email: "ada@acme.com" }) { lead { id } } }',
  );
  return made.createLead.lead.id;
}

async function schedule(leadId: string, more = ''): Promise<Task> {
  const made = await workspace.graph.ask<{ createTask: { task: Task } }>(
    `mutation ($leadId: ID!) { createTask(input: { type: ENRICHMENT, title: "Look up", leadId: $leadId, automated: true ${more} }) { task { ${shown} } } }`,
    { leadId },
  );
  return made.createTask.task;
}

const read = async (id: string): Promise<Task> =>
  (await workspace.graph.ask<{ task: Task }>(`query ($id: ID!) { task(id: $id) { ${shown} } }`, { id })).task;

const eventsOf = async (): Promise<string[]> => {
  const { events } = await workspace.graph.ask<{ events: { nodes: { type: string }[] } }>(
    '{ events(first: 100) { nodes { type } } }',
  );
  return events.nodes.map(({ type }) => type).filter((type) => type.startsWith('TASK_'));
};

async function until(id: string, status: string): Promise<void> {
  await expect.poll(async () => (await read(id)).status, patiently).toBe(status);
}

/** Its job, once it waits to be begun again, is due now. */
async function again(attempts: number): Promise<void> {
  const waiting = { where: { orgId: workspace.orgId, state: 'WAITING' as const, attempts } };
  await expect.poll(() => app.database.prisma.job.count(waiting), patiently).toBe(1);
  clock.advance(60 * 60 * 1000);
}

describe('a task that the product carries out itself', () => {
  it('is run and completed, with how and what', async () => {
    const leadId = await newLead();
    const { id, status } = await schedule(leadId);
    expect(status).toBe('PENDING');
    await until(id, 'COMPLETED');
    expect(await read(id)).toEqual({
      id,
      status: 'COMPLETED',
      execution: { startedAt: clock.now().toISOString(), attempts: 1 },
      result: { cached: false, fields: ['companyName'], source: 'email' },
      completedAt: clock.now().toISOString(),
    });
    expect(await eventsOf()).toEqual(['TASK_CREATED', 'TASK_UPDATED', 'TASK_UPDATED', 'TASK_COMPLETED']);
    const { lead } = await workspace.graph.ask<{ lead: { companyName: string } }>(
      'query ($id: ID!) { lead(id: $id) { companyName } }',
      { id: leadId },
    );
    expect(lead.companyName).toBe('Acme');
  });

  it('fails with the reason where nothing is to be found', async () => {
    enrich = async () => ({ status: 'FAILED', reason: 'Add a company.' });
    const { id } = await schedule(await newLead());
    await until(id, 'FAILED');
    expect(await read(id)).toMatchObject({ result: { error: 'Add a company.' }, execution: { attempts: 1 } });
    expect((await eventsOf()).at(-1)).toBe('TASK_FAILED');
  });

  it('is tried again where it broke off, and runs meanwhile', async () => {
    enrich = () => Promise.reject(new Error('No route.'));
    const startedAt = clock.now().toISOString();
    const { id } = await schedule(await newLead());
    await until(id, 'RUNNING');
    await again(1);
    enrich = async () => ({ status: 'COMPLETE', findings: { companyName: 'Acme' }, source: 'email' });
    await until(id, 'COMPLETED');
    expect(await read(id)).toMatchObject({ execution: { startedAt, attempts: 2 } });
  });

  it('fails once it broke off five times', async () => {
    enrich = () => Promise.reject(new Error('No route.'));
    const { id } = await schedule(await newLead());
    for (const attempts of [1, 2, 3, 4]) await again(attempts);
    await until(id, 'FAILED');
    expect(await read(id)).toMatchObject({
      execution: { attempts: 5 },
      result: { error: 'The enrichment broke off. Try again later.' },
    });
    await expect
      .poll(() => app.database.prisma.job.findFirst({ where: { orgId: workspace.orgId } }), patiently)
      .toMatchObject({ state: 'DEAD', attempts: 5 });
  });

  it('waits until it is due, and is left alone where somebody cancelled it', async () => {
    const dueAt = new Date(clock.now().getTime() + 60 * 60 * 1000).toISOString();
    const { id } = await schedule(await newLead(), `dueAt: "${dueAt}"`);
    await workspace.graph.ask(
      `mutation ($id: ID!) { updateTask(id: $id, input: { status: CANCELLED }) { task { id } } }`,
      {
        id,
      },
    );
    clock.advance(60 * 60 * 1000);
    const job = () => app.database.prisma.job.findFirst({ where: { orgId: workspace.orgId } });
    await expect.poll(job, patiently).toMatchObject({ state: 'SUCCEEDED', result: null });
    expect(await read(id)).toMatchObject({ status: 'CANCELLED', execution: null });
  });

  it('is of a type that the product knows to do, about a lead that its maker may change', async () => {
    const ask = (input: string) => workspace.graph.send(`mutation { createTask(input: ${input}) { task { id } } }`);
    expect(await ask('{ type: FOLLOW_UP, title: "Call", automated: true }')).toMatchObject({
      errors: [{ message: expect.stringContaining('ENRICHMENT') }],
    });
    expect(await ask('{ type: ENRICHMENT, title: "Look up", automated: true }')).toMatchObject({
      errors: [{ message: expect.stringContaining('leadId') }],
    });
    expect(await app.database.prisma.job.count({ where: { orgId: workspace.orgId } })).toBe(0);
  });

  it('is anybody’s to do where it is not said to be the product’s', async () => {
    const leadId = await newLead();
    await workspace.graph.ask(
      'mutation ($leadId: ID!) { createTask(input: { type: ENRICHMENT, title: "Look up", leadId: $leadId }) { task { id } } }',
      { leadId },
    );
    expect(await app.database.prisma.job.count({ where: { orgId: workspace.orgId } })).toBe(0);
  });
});
