import { ulid } from 'ulid';
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

it('a stage change enrols', async () => {
  const { prisma } = app.database;
  const createdAt = new Date();
  await prisma.campaign.create({
    data: {
      orgId: workspace.orgId,
      id: ulid().toLowerCase(),
      name: 'C',
      trigger: 'STAGE_CHANGED',
      createdAt,
      updatedAt: createdAt,
      steps: [
        { subject: 'a', body: 'b', delayHours: 0 },
        { subject: 'a', body: 'b', delayHours: 0 },
      ],
    },
  });
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: {email: "a@example.com"}) { lead { id } } }',
  );
  await workspace.graph.ask('mutation ($id: ID!) { updateLead(id: $id, input: {stage: "won"}) { lead { id } } }', {
    id: createLead.lead.id,
  });
  expect(await prisma.enrolment.count()).toBe(1);
  await workspace.graph.ask('mutation ($id: ID!) { recordLeadReply(id: $id) { lead { id } } }', {
    id: createLead.lead.id,
  });
  expect((await prisma.scheduledEmail.findMany()).map(({ state }) => state)).toEqual(['SKIPPED', 'SKIPPED']);
  expect((await prisma.event.findMany({ orderBy: { position: 'asc' } })).map(({ type }) => type))
    .toMatchInlineSnapshot(`
      [
        "lead.created",
        "lead.updated",
        "lead.stage_changed",
        "campaign.enrolled",
        "lead.updated",
        "lead.status_changed",
        "campaign.stopped",
        "lead.replied",
        "touchpoint.recorded",
      ]
    `);
});
