import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let leadId: string;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  type Made = { createLead: { lead: { id: string } } };
  const made = await workspace.graph.ask<Made>(
    'mutation { createLead(input: { name: "Ada", stage: "new", score: 60, tags: ["fair"] }) { lead { id } } }',
  );
  leadId = made.createLead.lead.id;
  type Said = { sendVisitorMessage: { conversation: { id: string } } };
  const say = `mutation ($widget: ID!, $id: ID) {
    sendVisitorMessage(widgetId: $widget, input: { message: "Are you there?", conversationId: $id }) { conversation { id } }
  }`;
  const widget = workspace.widgetId;
  const { id } = (await workspace.graph.ask<Said>(say, { widget })).sendVisitorMessage.conversation;
  await workspace.graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
  await workspace.graph.ask(say, { widget, id });
});
afterAll(() => app.close());

const text = ['README.md', 'docs/graphql.md', 'docs/operating.md']
  .map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
  .join('\n');
const documents = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, document = '']) => document);

it('shows a column, a page, a board, a change of many, what one would do, an inbox and an invitation, all of which the graph answers', async () => {
  const answers: unknown[] = [];
  for (const document of documents) answers.push(await workspace.graph.ask(document, { ids: [leadId] }));
  expect(answers).toMatchObject([
    { eventCursor: expect.stringMatching(/^evt_/), leads: { totalCount: 1, nodes: [{ id: leadId }] } },
    { leads: { totalCount: 1 } },
    {
      leadCounts: [{ key: 'new', label: 'New', count: 1 }, {}, {}, {}, {}, {}],
      leads: { nodes: [{ id: leadId, name: 'Ada', score: 60 }], pageInfo: { hasPreviousPage: false } },
    },
    { updateLeads: { leads: [{ id: leadId, stage: { key: 'qualified' } }] } },
    { deleteLeads: { plan: { count: 1, events: [{ type: 'LEAD_DELETED', count: 1 }] } } },
    { conversations: { nodes: [{ status: 'HUMAN_ACTIVE', messageCount: 3, lastMessage: { role: 'VISITOR' } }] } },
    { inviteMember: { url: expect.stringContaining('#tbi_') } },
  ]);
});
