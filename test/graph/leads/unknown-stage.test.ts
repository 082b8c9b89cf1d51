import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
});
afterAll(() => app.close());

const query = 'query ($stage: String!) { leads(filter: { stage: $stage }) { totalCount nodes { id } } }';

describe('leads of a stage that there is not', () => {
  it.each(['Closing', '%', 'stg_01jqz5v8m3k9wfp2c7hx0dtbne'])(
    'are INVALID with the stages’ names: %s',
    async (stage) => {
      const { errors } = await workspace.graph.send(query, { stage });
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('new, contacted, qualified'),
          extensions: {
            code: 'INVALID',
            field: 'stage',
            reason: 'UNKNOWN_STAGE',
            stages: ['New', 'Contacted', 'Qualified', 'Proposal', 'Won', 'Lost'],
          },
        },
      ]);
      expect(
        (await workspace.graph.ask<{ leads: { totalCount: number } }>(query, { stage: 'NEW' })).leads.totalCount,
      ).toBe(1);
    },
  );

  it('are an empty page in the dialects', async () => {
    const { status, body } = await workspace.quincer.get('/api/v1/leads?stage=Closing');
    expect([status, body]).toMatchObject([
      200,
      { data: [], leads: [], total: 0, has_more: false, url: '/api/v1/leads' },
    ]);
  });

  it('are refused for another wrong parameter as ever', async () => {
    const beside = async (more: string) => (await workspace.quincer.get(`/api/v1/leads?stage=${more}`)).status;
    const unknown = 'starting_after=01jqz5v8m3k9wfp2c7hx0dtbne';
    expect([await beside('Closing&limit=x'), await beside(`new&${unknown}`)]).toEqual([400, 400]);
  });
});
