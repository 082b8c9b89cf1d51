import { createGraphClient, type GraphClient } from '../../support/graph-client.ts';
import type { Product } from '../product.ts';
import { bare, type Lead, type Reader, type Right, type WriterKeys } from './world.ts';

type Made = { createApiKey: { secret: string } };
const makeKey = async (graph: GraphClient, input: object): Promise<string> =>
  (
    await graph.ask<Made>('mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }', {
      input: { name: 'Checker', ...input },
    })
  ).createApiKey.secret;

async function makeLead(graph: GraphClient, own: boolean, businessId: string | null): Promise<Lead> {
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($b: ID) { createLead(input: { name: "Ada", company: "v0", remark: "v0", businessId: $b }) { lead { id } } }',
    { b: businessId },
  );
  return { id: bare(createLead.lead.id), own };
}

const list = '{ leads { nodes { id company } } }';

export type Furnished = {
  readonly leads: readonly Lead[];
  readonly readers: readonly Reader[];
  readonly followers: readonly Right[];
  readonly writer: WriterKeys;
};

/** A key of Quincer's may read 100 times a minute. */
const quincerKeys = 6;

/** Leads of a business and of none, and keys that see all of them, the business' alone, none at all. */
export async function furnish({ url, operatorKey = '' }: Product): Promise<Furnished> {
  const graph = createGraphClient(url, operatorKey);
  const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
  );
  const businessId = createBusiness.business.id;
  const leads: Lead[] = [];
  for (let n = 0; n < 6; n += 1) leads.push(await makeLead(graph, n % 2 === 0, n % 2 === 0 ? businessId : null));
  const several = async (input: object) => {
    const keys: string[] = [];
    for (let n = 0; n < quincerKeys; n += 1) keys.push(await makeKey(graph, input));
    return keys;
  };
  const quincer = await several({ dialect: 'QUINCER' });
  const lockedQuincer = await several({ dialect: 'QUINCER', businessId });
  const ai93 = [await makeKey(graph, { dialect: 'AI93' })];
  const clawcrm = [await makeKey(graph, { dialect: 'CLAWCRM' })];
  const locked = [await makeKey(graph, { dialect: 'GRAPHQL', scopes: ['leads:read'], businessId })];
  const blind = [await makeKey(graph, { dialect: 'GRAPHQL', scopes: ['tasks:read'] })];
  const other = [await signUp(url)];
  const operator = [operatorKey];

  const all = () => true;
  const none = () => false;
  const own = (lead: Lead) => lead.own;
  const first = leads[0]!;
  const isFirst = (lead: Lead) => lead === first;
  const path = '/graphql';
  const byGet = `/graphql?query=${encodeURIComponent(list)}`;
  const readers: Reader[] = [
    { name: 'GraphQL list', keys: operator, path, query: list, sees: all },
    {
      name: 'GraphQL lead',
      keys: operator,
      path,
      query: `{ lead(id: "ld_${first.id}") { id company } }`,
      sees: isFirst,
    },
    { name: 'GraphQL by GET', keys: operator, path: byGet, sees: all },
    { name: 'GraphQL of a business', keys: locked, path, query: list, sees: own },
    { name: 'GraphQL of a business by GET', keys: locked, path: byGet, sees: own },
    { name: 'GraphQL without the scope', keys: blind, path, query: list, sees: null },
    { name: 'Quincer list', keys: quincer, path: '/api/v1/leads', sees: all },
    { name: 'Quincer lead', keys: quincer, path: `/api/v1/leads/${first.id}`, sees: isFirst },
    { name: 'Quincer of a business', keys: lockedQuincer, path: '/api/v1/leads', sees: own },
    { name: 'AI93 list', keys: ai93, path: '/api/v1/leads', sees: all },
    { name: 'ClawCRM list', keys: clawcrm, path: '/api/openclaw/leads', sees: all },
    { name: 'ClawCRM of another workspace', keys: other, path: '/api/openclaw/leads', sees: none },
  ];
  const followers: Right[] = [
    { name: 'Who follows all', keys: operator, sees: all },
    { name: 'Who follows a business', keys: locked, sees: own },
    { name: 'Who follows another workspace', keys: other, sees: none },
  ];
  return { leads, readers, followers, writer: { graphql: operatorKey, clawcrm: clawcrm[0]! } };
}

/** Makes another workspace, and answers its key. */
async function signUp(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/openclaw/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'other@example.com', workspace_name: 'Other' }),
  });
  return /rcm_live_\w{43}/.exec(await answer.text())?.[0] ?? '';
}
