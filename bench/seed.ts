import { founder } from '../src/domain/workspaces/provision-workspace.ts';
import type { TestApp } from '../test/support/app.ts';
import type { TestWorkspace } from '../test/support/workspace.ts';

const leads = 1000;
const batch = 250;

export type Seeded = { readonly workspace: TestWorkspace; readonly leadIds: readonly string[]; readonly held: Held };

/** Conversations that a key of each surface holds, so that no AI answers in them. */
export type Held = { readonly byGraph: readonly string[]; readonly byQuincer: readonly string[] };

/** A workspace with a thousand leads, a task each, and conversations that are taken over. Ids are bare. */
export async function seed(app: TestApp, conversations: number): Promise<Seeded> {
  const workspace = await app.workspace('Benchmark');
  const { graph, quincer } = workspace;
  const leadIds: string[] = [];
  for (let first = 0; first < leads; first += batch) leadIds.push(...(await insertLeads(app, workspace, first)));
  const takeOver = 'mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }';
  const held = { byGraph: [] as string[], byQuincer: [] as string[] };
  for (let n = 0; n < conversations; n += 1) {
    const [forGraph, forQuincer] = [await startConversation(workspace), await startConversation(workspace)];
    await graph.ask(takeOver, { id: forGraph });
    held.byGraph.push(forGraph.slice(3));
    await quincer.send('POST', `/api/v1/conversations/${forQuincer.slice(3)}/takeover`);
    held.byQuincer.push(forQuincer.slice(3));
  }
  return { workspace, leadIds, held };
}

async function startConversation({ graph, widgetId }: TestWorkspace): Promise<string> {
  type Sent = { sendVisitorMessage: { conversation: { id: string } } };
  const mutation = `mutation ($widgetId: ID!) {
    sendVisitorMessage(widgetId: $widgetId, input: { message: "hello" }) { conversation { id } }
  }`;
  return (await graph.ask<Sent>(mutation, { widgetId })).sendVisitorMessage.conversation.id;
}

async function insertLeads({ app }: TestApp, { orgId, widgetId }: TestWorkspace, first: number): Promise<string[]> {
  const { write } = app.services.openAs(founder({ orgId, apiKeyId: 'benchmark' }, 'UNLIMITED', 'benchmark'));
  return write(async (tx) => {
    const stages = await tx.stage.findMany();
    const rows = Array.from({ length: batch }, (_, index) => ({ id: tx.newId(), n: first + index }));
    const times = { createdAt: tx.now, updatedAt: tx.now };
    await tx.lead.createMany({
      data: rows.map(({ id, n }) => ({
        id,
        widgetId: widgetId.slice(4),
        stageId: stages[n % stages.length]!.id,
        temperature: (['HOT', 'WARM', 'COLD'] as const)[n % 3]!,
        score: n % 100,
        tags: ['newsletter', `region-${n % 7}`],
        firstName: 'Ada',
        lastName: `Lovelace ${n}`,
        email: `ada.${n}@example.com`,
        phone: `+44 20 7946 ${String(n).padStart(4, '0')}`,
        company: 'Analytical Engines',
        jobTitle: 'Head of Mathematics',
        bantBudget: '20,000 a year',
        bantNeed: 'A booking page',
        bantTimeline: 'by March',
        source: 'website_chat',
        targetType: 'customer_lead',
        context: {},
        ...times,
      })),
    });
    await tx.task.createMany({
      data: rows.map(({ id }) => ({
        id: tx.newId(),
        leadId: id,
        type: 'FOLLOW_UP' as const,
        title: 'Call back',
        ...times,
      })),
    });
    tx.audit('benchmark.seeded', { id: orgId, businessId: null });
    return rows.map(({ id }) => id);
  });
}
