import type { GraphClient } from '../support/graph-client.ts';

type Page<Node> = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

/** Every node of a list, page by page. */
export async function readAll<Node>(
  graph: GraphClient,
  field: string,
  args: string,
  selection: string,
): Promise<Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const from: string = after === null ? '' : `, after: ${JSON.stringify(after)}`;
    const query: string = `{ page: ${field}(first: 200${from}${args}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const { page }: { page: Page<Node> } = await graph.ask(query);
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}

/** What a database holds of the leads that were written to it: each lead, its event, and the event's delivery. */
export async function readWritten(graph: GraphClient) {
  const leads = await readAll<{ id: string }>(graph, 'leads', '', 'id');
  const events = await readAll<{ id: string; lead: { id: string } }>(
    graph,
    'events',
    ', types: [LEAD_CREATED]',
    'id ... on LeadEvent { lead { id } }',
  );
  const deliveries = await readAll<{ id: string; eventId: string }>(graph, 'webhookDeliveries', '', 'id eventId');
  return {
    leadIds: leads.map(({ id }) => id),
    eventIds: events.map(({ id }) => id),
    leadIdsOfEvents: events.map(({ lead }) => lead.id),
    eventIdsOfDeliveries: deliveries.map(({ eventId }) => eventId),
  };
}

export type Writing = {
  /** The ids of the leads whose creation was answered. */
  readonly acknowledged: string[];
  /** Resolves once so many were. */
  reached(count: number): Promise<void>;
  readonly finished: Promise<unknown>;
};

/** Creates leads, ten at a time, until the server goes away or `total` are written. */
export function writeLeads(graph: GraphClient, total: number): Writing {
  const acknowledged: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let started = 0;
  const writer = async () => {
    while (started < total) {
      started += 1;
      const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
        'mutation ($name: String!) { createLead(input: { name: $name }) { lead { id } } }',
        { name: `Lead ${started}` },
      );
      acknowledged.push(createLead.lead.id);
      for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
    }
  };
  return {
    acknowledged,
    finished: Promise.allSettled(Array.from({ length: 10 }, writer)),
    reached: (count) => new Promise((resolve) => void waiting.push({ count, resolve })),
  };
}
