import type pg from 'pg';
import type { TestApp } from '../../test/support/app.ts';
import type { GraphClient } from '../../test/support/graph-client.ts';
import type { TestWorkspace } from '../../test/support/workspace.ts';
import { seedBoards } from './board-seed.ts';
import { makePlaces, seedInbox } from './inbox-seed.ts';
import { seedLog } from './log-seed.ts';
import { makeSeedIds } from './seed-ids.ts';
import { countRows } from './without-indexes.ts';

export type Seeding = {
  /** A connection that waits as long as it takes: the product’s own are given up where the server is silent for long. */
  readonly client: pg.Client;
  readonly app: TestApp;
  readonly workspace: TestWorkspace;
};

const endpoint = `mutation { createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD }) { endpoint { id } } }`;

/** Makes a lead and moves it, so that there is an event as the product writes it. */
async function moveOne(graph: GraphClient): Promise<void> {
  type Lead = { createLead: { lead: { id: string } } };
  const { createLead } = await graph.ask<Lead>('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  await graph.ask('mutation ($id: ID!) { updateLead(id: $id, input: { stage: "qualified" }) { lead { id } } }', {
    id: createLead.lead.id,
  });
}

/**
 * So many leads of one workspace with twice as many messages, five a conversation, and what tells of them; another one with a fifth
 * as many messages. Answers the id of a business that one row in a hundred is of.
 */
export async function seedMillion({ client, app, workspace }: Seeding, leads: number): Promise<string> {
  await makeSeedIds(client);
  const other = await app.workspace('Another');
  const [places, others] = [
    await makePlaces(workspace, (leads * 2) / 5),
    await makePlaces(other, Math.max(20, (leads * 2) / 25)),
  ];
  const businessId = places.businessIds[0];
  type Made = { createWebhookEndpoint: { endpoint: { id: string } } };
  const made = await workspace.graph.ask<Made>(endpoint);
  const fewLeads = Math.max(20, leads / 50);
  await moveOne(workspace.graph);
  await seedBoards(client, [
    { orgId: workspace.orgId, businessId, leads },
    { orgId: other.orgId, businessId: others.businessIds[0], leads: fewLeads },
  ]);
  await seedInbox(client, [
    { places, leads },
    { places: others, leads: fewLeads },
  ]);
  const endpointId = made.createWebhookEndpoint.endpoint.id.slice('whe_'.length);
  await seedLog(client, { orgId: workspace.orgId, businessId, widgetId: places.widgetIds[0], endpointId, leads });
  for (const { orgId } of [workspace, other]) await countRows(client, orgId);
  return `biz_${businessId}`;
}
