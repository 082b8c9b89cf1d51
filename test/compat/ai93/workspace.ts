import type { z } from 'zod';
import { WireLeadEnvelope, type WireLead } from '../../../compat/ai93/wire.ts';
import { type Gateway, type Json, openGateway } from '../gateway.ts';

/** A lead as the API shows it. */
export type Lead = z.output<typeof WireLead>;

export type Ai93 = Awaited<ReturnType<typeof openAi93>>;

/** The product with one workspace of two businesses, spoken to as AI93's clients do. */
export async function openAi93() {
  const gateway: Gateway = await openGateway();
  const { keys, gql } = gateway;

  const business = async (name: string): Promise<string> =>
    (
      await gql(
        keys.graphql,
        'mutation ($input: CreateBusinessInput!) { createBusiness(input: $input) { business { id } } }',
        {
          input: { name },
        },
      )
    ).createBusiness.business.id;
  const [mine, theirs] = [await business('Mine'), await business('Theirs')];

  const keyOf = async (input: object): Promise<string> =>
    (
      await gql(keys.graphql, 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }', {
        input: { name: 'Further', dialect: 'AI93', ...input },
      })
    ).createApiKey.secret;
  const locked = await keyOf({ businessId: mine });

  const get = async (path: string, key = keys.ai93) => gateway.call('GET', `/api/v1${path}`, key);
  const post = async (path: string, body: unknown, key = keys.ai93, headers: Record<string, string> = {}) =>
    gateway.call('POST', `/api/v1${path}`, key, body, headers);

  const required = { source: 'manual', targetType: 'customer_lead', displayName: 'Jane Doe' };
  /** Makes a lead and answers it as the API shows it. */
  const make = async (fields: object = {}, key = keys.ai93): Promise<Lead> => {
    const { status, json } = await post('/leads', { ...required, ...fields }, key);
    if (status !== 201) throw new Error(`No lead was made: ${JSON.stringify(json)}`);
    return WireLeadEnvelope.parse(json).lead;
  };
  const graph = async <Data = Json>(query: string, variables: object = {}): Promise<Data> =>
    gql(keys.graphql, query, variables);

  return { ...gateway, get, post, make, graph, keyOf, locked, mine, theirs, required, key: keys.ai93 };
}

/** An id of the right form that names nothing. */
export const nobody = 'ld_01jqz5v8m3k9wfp2c7hx0dtbne';
