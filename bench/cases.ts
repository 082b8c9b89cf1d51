import { isDeepStrictEqual } from 'node:util';
import type { BenchRequest } from './load.ts';
import type { Seeded } from './seed.ts';

export type BenchCase = {
  readonly name: string;
  readonly ours: readonly BenchRequest[];
  readonly peer: readonly BenchRequest[];
  /** Where the peer runs in a process of its own. */
  readonly peerProcess?: number;
  /** Whether both answer the very same body; the graph's answer has a shape of its own. */
  readonly sameBody: boolean;
};

const leadsQuery = `query ($first: Int!) {
  leads(first: $first) {
    totalCount
    pageInfo { hasNextPage }
    nodes {
      id widgetId conversationId stage { key } temperature score tags name email phone company jobTitle assignedToId
      bant { budget authority need timeline } createdAt updatedAt
    }
  }
}`;

const visitorMutation = `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) {
  sendVisitorMessage(widgetId: $widgetId, input: $input) {
    message { id conversationId role content originalContent language translated author { id name } createdAt }
  }
}`;

const message = 'Could you tell me whether the booking page also takes payments?';

export function benchCases(ours: string, peer: string, { workspace, leadIds, held }: Seeded): readonly BenchCase[] {
  const { keys, widgetId } = workspace;
  const ask = (origin: string, key: string, path: string, body?: object, status = 200): BenchRequest => ({
    origin,
    path,
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    status,
  });
  const rest = (path: string, body?: object) => ask(ours, keys.quincer, `/api/v1${path}`, body, body ? 201 : 200);
  const graph = (query: string, variables: object) => ask(ours, keys.graphql, '/graphql', { query, variables });
  const byHand = (path: string, body?: object) => ask(peer, keys.quincer, path, body, body ? 201 : 200);
  const someLeads = leadIds.filter((_, index) => index % 50 === 0);

  return [
    {
      name: 'one lead, REST',
      ours: someLeads.map((id) => rest(`/leads/${id}`)),
      peer: someLeads.map((id) => byHand(`/leads/${id}`)),
      sameBody: true,
    },
    { name: '50 leads, REST', ours: [rest('/leads')], peer: [byHand('/leads')], sameBody: true },
    { name: '50 leads, GraphQL', ours: [graph(leadsQuery, { first: 50 })], peer: [byHand('/leads')], sameBody: false },
    {
      name: 'visitor message, GraphQL',
      ours: held.byGraph.map((id) =>
        graph(visitorMutation, { widgetId, input: { message, conversationId: `cv_${id}` } }),
      ),
      peer: held.byGraph.map((id) => byHand(`/conversations/${id}/messages`, { message })),
      sameBody: false,
    },
    {
      name: 'reply, REST',
      ours: held.byQuincer.map((id) => rest(`/conversations/${id}/reply`, { message })),
      peer: held.byQuincer.map((id) => byHand(`/conversations/${id}/reply`, { message })),
      sameBody: false,
    },
  ];
}

/** A comparison with a peer that answers something else would be worth nothing. */
export async function assertSameBodies(cases: readonly BenchCase[]): Promise<void> {
  for (const { name, ours, peer, sameBody } of cases) {
    if (!sameBody) continue;
    const [own, other] = await Promise.all([bodyOf(ours[0]!), bodyOf(peer[0]!)]);
    if (!isDeepStrictEqual(own, other)) throw new Error(`${name}: the peer answers another body.`);
  }
}

async function bodyOf({ origin, path, method, headers, body }: BenchRequest): Promise<unknown> {
  const answer = await fetch(origin + path, { method, headers, ...(body !== undefined && { body }) });
  return answer.json();
}
