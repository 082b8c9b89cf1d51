import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, type Exchange, fetchExchange, gql } from 'urql';
import { describe, expect, it } from 'vitest';
import { lettingGo } from '../../console/src/data/letting-go.ts';

type Read = { readonly endpoint: { readonly enabled: boolean } };

const query = (name: string, field: string) => {
  const text = `query ${name} { endpoint { __typename id enabled } ${field} }`;
  return gql<Read, object>(text);
};

const [health, counts, list] = [query('Health', 'health'), query('Counts', 'counts'), query('List', 'list')];

/** A client of a server that refuses this query as long as it is told to. */
function openClient(exchange: Exchange) {
  const server = { isRefusing: true, asked: [] as string[] };
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    const { operationName } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
      operationName: string;
    };
    server.asked.push(operationName);
    if (server.isRefusing && operationName === 'Health') return Promise.resolve(new Response('', { status: 503 }));
    const endpoint = { __typename: 'Endpoint', id: 'whe_1', enabled: true };
    const data = { endpoint, health: 1, counts: 1, list: 1 };
    return Promise.resolve(Response.json({ data }));
  };
  const client = new Client({
    url: 'http://console.test/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch,
    exchanges: [exchange, fetchExchange],
  });
  return { client, server };
}

describe.each([1, 2, 3, 4])('a query that failed, and was touched by %i answers since', (touches) => {
  async function open() {
    const { client, server } = openClient(lettingGo(cacheExchange()));
    const read: (boolean | undefined)[] = [];
    client.query(health, {}).subscribe(({ data }) => read.push(data?.endpoint.enabled));
    await expect.poll(() => read).toEqual([undefined]);
    for (let touch = 0; touch < touches; touch += 1)
      await client.query(touch % 2 === 0 ? counts : list, {}, { requestPolicy: 'network-only' }).toPromise();
    server.isRefusing = false;
    return { client, server, read };
  }

  it('is answered to whoever reads it next, and to who follows it', async () => {
    const { client, read } = await open();
    const { data } = await client.query(health, {}, { requestPolicy: 'network-only' }).toPromise();
    expect([data?.endpoint.enabled, read.at(-1)]).toEqual([true, true]);
  });

  it('is asked for again by who begins to follow it', async () => {
    const { client } = await open();
    const { data } = await client.query(health, {}).toPromise();
    expect(data?.endpoint.enabled).toBe(true);
  });

  it('asks the server for nothing by itself', async () => {
    const { server } = await open();
    expect(server.asked.filter((name) => name === 'Health')).toHaveLength(1);
  });
});
