import { expect } from 'vitest';
import { z } from 'zod';
import { WireLead } from '../../../compat/clawcrm/leads/wire.ts';
import { openGateway, type Json } from '../gateway.ts';

/** A workspace as ClawCRM's agents see it: calls below /api/openclaw with its key. */
export async function openClawcrm(options: Parameters<typeof openGateway>[0] = {}) {
  const gateway = await openGateway(options);
  const key = gateway.keys.clawcrm;
  const call = (method: string, path: string, body?: unknown, by: string | null = key, headers = {}) =>
    gateway.call(method, `/api/openclaw${path}`, by, body, headers);

  /** What an operator's GraphQL key is answered. */
  const graph = (query: string, variables: object = {}): Promise<Json> =>
    gateway.gql(gateway.keys.graphql, query, variables);

  return {
    ...gateway,
    key,
    call,
    graph,
    get: (path: string, by: string | null = key) => call('GET', path, undefined, by),
    post: (path: string, body: unknown, by: string | null = key) => call('POST', path, body, by),
    put: (path: string, body: unknown, by: string | null = key) => call('PUT', path, body, by),
    patch: (path: string, body: unknown, by: string | null = key) => call('PATCH', path, body, by),
    remove: (path: string, by: string | null = key) => call('DELETE', path, undefined, by),

    /** A lead of its own address; answers it as it was shown. */
    async lead(more: object = {}): Promise<z.output<typeof WireLead>> {
      const email = `${crypto.randomUUID()}@example.com`;
      const { status, json } = await call('POST', '/leads', { firstName: 'Ada', email, ...more });
      if (status !== 201) throw new Error(`No lead was made: ${JSON.stringify(json)}`);
      return WireLead.parse(json.lead);
    },

    /** A further key with these scopes, and locked to a business where one is named. */
    async keyOf(scopes: readonly string[], businessId?: string): Promise<string> {
      const input = { name: 'Further', dialect: 'CLAWCRM', scopes, businessId };
      const made = await graph('mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }', {
        input,
      });
      return made.createApiKey.secret;
    },

    async business(name = 'North'): Promise<string> {
      const made = await graph(
        'mutation ($name: String!) { createBusiness(input: { name: $name }) { business { id } } }',
        { name },
      );
      return made.createBusiness.business.id;
    },

    /** A workspace on the free plan that signed up by itself: its key. */
    async signUp(): Promise<string> {
      const email = `${crypto.randomUUID()}@example.com`;
      return (await gateway.call('POST', '/api/openclaw/signup', null, { email })).json.apiKey;
    },

    /** The id of the newest event: what it is before and after a call that fires nothing. */
    cursor: async (): Promise<string> => (await graph('{ eventCursor }')).eventCursor,

    /** The types of a lead's events, oldest first, by its ClawCRM id. */
    eventsOf: (id: string) => gateway.eventTypes(graphId(id)),
  };
}

export type Clawcrm = Awaited<ReturnType<typeof openClawcrm>>;

/** An id of its form that names nothing. */
export const nobody = 'rp_01jqz5v8m3k9wfp2c7hx0dtbne';

/** The same lead as the graph names it. */
export const graphId = (id: string): string => id.replace(/^rp_/, 'ld_');

/** What every error of the dialect looks like. */
export const errorWith = (code: string, message: unknown = expect.any(String)): Json => ({
  success: false,
  error: { code, message, hint: expect.any(String) },
  warnings: [],
});

/** The sentences of an answer's `warnings` or `next_steps`. */
export const textsOf = (texts: Json): string[] => z.array(z.string()).parse(texts);
