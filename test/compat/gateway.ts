import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { schema } from '../../schema/index.ts';
import { signupActor } from '../../src/access/actor.ts';
import { createAuthenticate } from '../../src/access/authenticate.ts';
import { dialectOfToken } from '../../src/access/credentials.ts';
import { createRateLimits, defaultRateLimitPolicy, type RateLimitPolicy } from '../../src/access/rate-limit.ts';
import { createSecretBox } from '../../src/access/secret-box.ts';
import { systemClock } from '../../src/clock.ts';
import { createIdempotencyStore } from '../../src/db/idempotency.ts';
import { createWriter } from '../../src/db/write.ts';
import { createRuleBasedResponder } from '../../src/domain/conversations/responder/rule-based-responder.ts';
import type { Translator } from '../../src/domain/conversations/translator.ts';
import { noTranslator } from '../../src/domain/conversations/translator.ts';
import { createFirstWorkspace } from '../../src/domain/workspaces/create-first-workspace.ts';
import { createBus } from '../../src/events/bus.ts';
import { createTails } from '../../src/events/tails.ts';
import { createGraph } from '../../src/server/graph.ts';
import { createGraphContexts } from '../../src/server/graph-contexts.ts';
import { createCompat } from '../../compat/create-compat.ts';
import { openTestDatabase } from '../support/database.ts';
import { expectDocumented } from './expect-documented.ts';

const plenty = { read: 1_000_000, write: 1_000_000 };
const noLimits: RateLimitPolicy = {
  keys: { QUINCER: plenty, AI93: plenty, CLAWCRM: plenty, GRAPHQL: plenty, WIDGET: plenty },
  addresses: { chat: 1_000_000, signup: 1_000_000 },
};

export type GatewayOptions = {
  readonly limited?: boolean;
  readonly signup?: boolean;
  readonly translator?: Translator;
};

/** The REST dialects on a real port, over the real graph and a database of one's own. */
export async function openGateway(options: GatewayOptions = {}) {
  const database = await openTestDatabase();
  const reports: unknown[] = [];
  const bus = createBus();
  const silent = { info() {}, warn() {}, error() {} };
  const contexts = createGraphContexts({
    database,
    write: createWriter({ clock: systemClock, hint: () => undefined }),
    tails: createTails({ database, bus, log: silent }),
    services: {
      clock: systemClock,
      responder: createRuleBasedResponder(),
      translator: options.translator ?? noTranslator,
      secretBox: createSecretBox(new Uint8Array(32)),
      assertDeliverableUrl: async () => undefined,
      signup: { open: options.signup ?? true, tier: 'FREE' },
      publicUrl: 'http://localhost:4000',
      fireDelivery: async () => undefined,
      keyRevoked: () => undefined,
      warn: (error) => reports.push(error),
    },
  });
  const report = (error: unknown) => void reports.push(error);
  const graph = createGraph(schema, contexts, report);
  const authenticate = createAuthenticate(database.pool, systemClock, () => undefined);
  const app = express().use(
    createCompat({
      authenticate,
      dialectOfToken,
      stranger: signupActor,
      execute: (request) => graph.execute(request),
      rateLimits: createRateLimits({ clock: systemClock, policy: options.limited ? defaultRateLimitPolicy : noLimits }),
      idempotency: createIdempotencyStore(database.prisma, () => systemClock.now()),
      report,
      publicUrl: 'http://localhost:4000',
      allowedOrigins: async ({ orgId, widgetId }) =>
        (await database.prisma.widget.findFirst({ where: { orgId, id: widgetId ?? '' } }))?.allowedOrigins ?? [],
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const first = await createFirstWorkspace(contexts.services);
  if (!first) throw new Error('The first workspace was there already.');

  async function call(
    method: string,
    path: string,
    key: string | null,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, text, json: parse(text) };
    if (method !== 'HEAD') expectDocumented(method, path, answer);
    return answer;
  }

  /** What a GraphQL client with this key is answered; an error throws. */
  async function gql(key: string, query: string, variables: object = {}): Promise<Json> {
    const actor = await authenticate(key, 'test');
    const { data, errors } = await graph.execute({ actor, document: graph.parse(query), variables });
    if (errors?.[0]) throw errors[0];
    return JSON.parse(JSON.stringify(data));
  }

  async function close() {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
    await database.close();
  }
  /** The types of the events about one lead or conversation, oldest first. */
  async function eventTypes(subject: string): Promise<string[]> {
    const about = '... on LeadEvent { lead { id } } ... on ConversationEvent { conversation { id } }';
    const { events } = await gql(first?.keys.graphql ?? '', `{ events(first: 200) { nodes { type ${about} } } }`);
    const nodes: { type: string; lead?: { id: string } | null; conversation?: { id: string } | null }[] = events.nodes;
    return nodes.filter(({ lead, conversation }) => (lead ?? conversation)?.id === subject).map(({ type }) => type);
  }

  return { call, gql, eventTypes, close, keys: first.keys, widgetId: first.widgetId, reports, database };
}

export type Gateway = Awaited<ReturnType<typeof openGateway>>;

// oxlint-disable-next-line typescript/no-explicit-any -- answers are asserted on, not built upon
export type Json = any;

/** The bare row id that Quincer shows of an id of the graph. */
export const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

export const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id);

const parse = (text: string): Json => (text.startsWith('{') ? JSON.parse(text) : null);
