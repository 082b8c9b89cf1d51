import type { BenchCase } from '../cases.ts';
import type { BenchRequest } from '../load.ts';
import type { Seeded } from '../seed.ts';

export type Servers = {
  /** Where nothing changes. */
  readonly still: string;
  /** The same product, to which every reader comes with another revision. */
  readonly changing: string;
  readonly byHand: string;
  /** Null where it is not installed. */
  readonly postgraphile: { readonly origin: string; readonly pid: number } | null;
};

const columns = 'firstName lastName email phone company status score createdAt';

const list = {
  ours: (name: string) =>
    `query ${name} { leads(first: 50) { pageInfo { hasNextPage endCursor } nodes { id ${columns} stage { key } } } }`,
  peer: `query ($org: String!) { allLeads(first: 50, condition: { orgId: $org }, orderBy: [ROW_ID_DESC]) {
    pageInfo { hasNextPage endCursor } nodes { rowId ${columns} stage: stageByOrgIdAndStageId { key } } } }`,
};

const nested = {
  ours: (name: string) =>
    `query ${name} { leads(first: 20) { nodes { id firstName lastName email notes(first: 5) { nodes { id body createdAt } } } } }`,
  peer: `query ($org: String!) { allLeads(first: 20, condition: { orgId: $org }, orderBy: [ROW_ID_DESC]) {
    nodes { rowId firstName lastName email notes: notesByOrgIdAndLeadId(first: 5, orderBy: [ROW_ID_DESC]) { nodes { rowId body createdAt } } } } }`,
};

const one = {
  ours: (name: string, id: string) => `query ${name} { lead(id: "ld_${id}") { id ${columns} stage { key } } }`,
  peer: `query ($org: String!, $id: String!) { leadByOrgIdAndRowId(orgId: $org, rowId: $id) { rowId ${columns} stage: stageByOrgIdAndStageId { key } } }`,
};

/** Each read where nothing changed since it was last asked, and where every client finds a change: there each asks a little differently. */
export function readCases(servers: Servers, { workspace, leadIds }: Seeded, clients: number): BenchCase[] {
  const { keys, orgId: org } = workspace;
  const post = (origin: string, query: string, variables: object, key?: string): BenchRequest => ({
    origin,
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query, variables }),
    status: 200,
  });
  const get = (origin: string, path: string): BenchRequest => ({
    origin,
    path,
    method: 'GET',
    headers: { authorization: `Bearer ${keys.quincer}` },
    status: 200,
  });
  const each = <Value>(make: (index: number) => Value) => Array.from({ length: clients }, (_, index) => make(index));
  const lead = leadIds[5] ?? '';
  const graph = (name: string, ours: (name: string) => string, peer: string, variables: object): BenchCase[] => {
    if (!servers.postgraphile) return [];
    const { origin, pid } = servers.postgraphile;
    const beside = { peer: [post(origin, peer, variables)], peerProcess: pid, sameBody: false };
    return [
      { name: `${name}, unchanged`, ours: [post(servers.still, ours('Q'), {}, keys.graphql)], ...beside },
      {
        name: `${name}, changed`,
        ours: each((n) => post(servers.changing, ours(`Q${n}`), {}, keys.graphql)),
        ...beside,
      },
    ];
  };
  const byHand = { peer: [get(servers.byHand, '/leads')], sameBody: true };
  return [
    ...graph('50 leads', list.ours, list.peer, { org }),
    ...graph('20 leads, 5 notes', nested.ours, nested.peer, { org }),
    ...graph('one lead', (name) => one.ours(name, lead), one.peer, { org, id: lead }),
    { name: '50 leads REST, unchanged', ours: [get(servers.still, '/api/v1/leads')], ...byHand },
    {
      name: '50 leads REST, changed',
      ours: each((n) => get(servers.changing, `/api/v1/leads?limit=50${'&'.repeat(n)}`)),
      ...byHand,
    },
  ];
}
