import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertLead, prepareLead } from '../../src/domain/leads/insert-lead.ts';
import { findStage } from '../../src/domain/stages/find-stage.ts';
import { founder } from '../../src/domain/workspaces/provision-workspace.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { testEngine } from '../support/database.ts';
import { patiently } from '../support/patiently.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { type Pipeline, pipelineOf } from './pipeline-of.ts';

let app: TestApp;
let workspace: TestWorkspace;
let pipeline: Pipeline;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  pipeline = pipelineOf(app.database, workspace);
});

const deleteStage = 'mutation ($id: ID!) { deleteStage(id: $id) { movedTo { key } movedLeads } }';

describe.runIf(testEngine === 'postgres')('between the steps of another write', () => {
  const origin = { source: 'manual', businessId: null, widgetId: null, conversationId: null };
  const open = () => app.app.services.openAs(founder({ orgId: workspace.orgId, apiKeyId: 'k' }, 'UNLIMITED', 'test'));

  it('a stage that goes is not there for a lead that has just looked it up', async () => {
    const { id } = await pipeline.of('qualified');
    let runs = 0;
    const write = open().write(async (tx) => {
      runs += 1;
      const stage = await findStage(tx, 'qualified');
      if (runs === 1) await workspace.graph.ask(deleteStage, { id });
      const row = { ...origin, id: tx.newId(), stageId: stage.id, createdAt: tx.now, updatedAt: tx.now };
      await tx.lead.create({ data: { ...row, targetType: 'customer_lead', context: {}, tags: [] } });
      tx.audit('lead.created', { id: row.id, businessId: null });
    });
    await expect(write).rejects.toMatchObject({ code: 'INVALID', message: expect.stringContaining('must be one of') });
    expect(runs).toBe(2);
  });

  it('a stage waits for a lead that is about to be in it, and takes it along', async () => {
    const { id } = await pipeline.of('qualified');
    const [inserted, deleted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const write = open().write(async (tx) => {
      const { id } = await insertLead(tx, origin, await prepareLead(tx, { name: 'Ada', stage: 'qualified' }));
      // A row is sent with what is asked next.
      await tx.lead.findFirst({ where: { id } });
      inserted.resolve();
      await deleted.promise;
    });
    await inserted.promise;
    const deletion = workspace.graph.ask(deleteStage, { id });
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await vi.waitFor(async () => expect((await app.database.pool.query(waiting)).rowCount).toBe(1), patiently);
    deleted.resolve();
    await write;
    expect(await deletion).toMatchObject({ deleteStage: { movedLeads: 1, movedTo: { key: 'new' } } });
    expect(await pipeline.of('new')).toMatchObject({ leadCount: 1 });
  });
});
