import type { BenchCase } from '../cases.ts';
import type { BenchRequest } from '../load.ts';

export type Keys = { readonly graphql: string; readonly quincer: string; readonly clawcrm: string };

const createLead = `mutation ($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id name status temperature score tags email stage { id key name } createdAt updatedAt } }
}`;

const lead = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  phone: '+44 20 7946 0001',
  company: 'Analytical Engines',
  tags: ['newsletter'],
};

/** One lead is made: by us with its event, audit row and delivery, by hand with none of these. Clients share the workspaces among them. */
export function writeCases(ours: string, byHand: string, workspaces: readonly Keys[]): BenchCase[] {
  const post = (origin: string, key: string, path: string, body: object, status: number): BenchRequest => ({
    origin,
    path,
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    status,
  });
  const graph = ({ graphql }: Keys) =>
    post(ours, graphql, '/graphql', { query: createLead, variables: { input: lead } }, 200);
  const hand = ({ graphql }: Keys) => post(byHand, graphql, '/leads', lead, 201);
  const [first] = workspaces;
  return [
    { name: 'one lead made, one workspace', ours: [graph(first!)], peer: [hand(first!)], sameBody: false },
    {
      name: `one lead made, ${workspaces.length} workspaces`,
      ours: workspaces.map(graph),
      peer: workspaces.map(hand),
      sameBody: false,
    },
  ];
}
