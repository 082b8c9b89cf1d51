import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  execute,
  GraphQLError,
  GraphQLID,
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  validate,
} from 'graphql';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import type { Actor } from '../../src/access/actor.ts';
import type { Database } from '../../src/db/open/database.ts';
import { DomainError, unauthenticated } from '../../src/errors.ts';
import { follow } from '../../src/events/follow.ts';
import type { LogEvent } from '../../src/events/snapshot.ts';
import { createLiveExecution } from '../../src/server/live/live-execution.ts';
import { createRenderCache } from '../../src/server/live/render-cache.ts';
import { createKeyWatch, type KeyWatchOptions } from '../../src/server/live/key-watch.ts';
import { attachWebSockets, type WebSocketDependencies } from '../../src/server/live/websocket.ts';
import { openTestLog } from '../events/test-log.ts';

export type TestContext = { readonly actor: Actor };

export const testActor = (actor: Partial<Actor> & { orgId: string }): Actor => ({
  apiKeyId: 'key_1',
  dialect: 'GRAPHQL',
  scopes: new Set(['events:read']),
  businessId: null,
  memberId: null,
  role: null,
  widgetId: null,
  conversationId: null,
  tier: 'FREE',
  expiresAt: null,
  requestId: 'req_1',
  ...actor,
});

/** A graph of three fields over a real log, served over sockets: the protocol without the product. */
export async function startLiveServer(
  database: Database,
  overrides: Partial<WebSocketDependencies> = {},
  watch: Partial<KeyWatchOptions> = {},
) {
  const log = await openTestLog(database);
  const silent = pino({ level: 'silent' });
  const rendered: string[] = [];
  const spent: string[] = [];
  const executed: string[] = [];
  const actors = new Map<string, Actor>([['secret', testActor({ orgId: log.orgId })]]);
  const schema = createTestSchema(log.tails, rendered);
  const createContext = (actor: Actor): TestContext => ({ actor });
  const cache = createRenderCache();
  const keyWatch = createKeyWatch({
    pool: database.pool,
    clock: { now: () => new Date() },
    log: silent,
    pollMs: 20,
    ...watch,
  });
  const { mayGoOn } = keyWatch;
  const live = createLiveExecution({ schema, createContext, maskError, cache, mayGoOn });
  const server = createServer();
  const sockets = attachWebSockets(server, {
    schema,
    parse,
    check: ({ document }) => validate(schema, document),
    spend: async (_, kind) => void spent.push(kind),
    async execute({ actor, document, variables }) {
      executed.push(document.loc?.source.body ?? '');
      const variableValues = variables as Record<string, unknown>;
      return execute({ schema, document, variableValues, contextValue: createContext(actor) });
    },
    maskError,
    live,
    keyWatch,
    log: silent,
    readSession: () => Promise.reject(unauthenticated('There are no sessions here.')),
    authenticate: async (token) => {
      const actor = actors.get(token);
      if (!actor) throw unauthenticated('The API key is unknown.');
      return actor;
    },
    ...overrides,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    log,
    schema,
    live,
    actors,
    rendered,
    spent,
    executed,
    cache,
    keyWatch,
    sockets,
    url: `ws://127.0.0.1:${port}/graphql`,
    /** Adds a stored key and answers the actor behind it. */
    async addKey(token: string, overrides: Partial<Actor> = {}): Promise<Actor> {
      const actor = testActor({ orgId: log.orgId, apiKeyId: `key_${token}`, ...overrides });
      await database.pool.query(
        `insert into api_keys (org_id, id, dialect, name, hint, hash, scopes, created_at)
         values ($1, $2, 'GRAPHQL', $2, '', decode(md5($1 || $2), 'hex'), '{}', now())`,
        [actor.orgId, actor.apiKeyId],
      );
      actors.set(token, actor);
      return actor;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await sockets.close();
      keyWatch.close();
      log.tails.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function createTestSchema(tails: Parameters<typeof follow>[0], rendered: string[]): GraphQLSchema {
  const event = new GraphQLObjectType<LogEvent, TestContext>({
    name: 'Event',
    fields: {
      id: { type: GraphQLID },
      type: { type: GraphQLString },
      secret: {
        type: GraphQLString,
        resolve() {
          throw new Error('The password is hunter2.');
        },
      },
    },
  });
  const hello = {
    type: GraphQLString,
    resolve: (_: unknown, __: unknown, { actor }: TestContext) => `Hello ${actor.apiKeyId}`,
  };
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, TestContext>({ name: 'Query', fields: { hello } }),
    mutation: new GraphQLObjectType<unknown, TestContext>({ name: 'Mutation', fields: { greet: hello } }),
    subscription: new GraphQLObjectType<LogEvent, TestContext>({
      name: 'Subscription',
      fields: {
        events: {
          type: event,
          args: { after: { type: GraphQLID }, types: { type: new GraphQLList(GraphQLString) } },
          subscribe: (_: unknown, { after }, { actor }) => follow(tails, actor, { after }),
          resolve(source) {
            rendered.push(source.id);
            return source;
          },
        },
      },
    }),
  });
}

function maskError(error: unknown, { requestId }: Actor): GraphQLError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof GraphQLError) return cause;
  if (cause instanceof DomainError) return new GraphQLError(cause.message, { extensions: { code: cause.code } });
  return new GraphQLError('Something went wrong.', { extensions: { code: 'INTERNAL', requestId } });
}

/** A peer that speaks the protocol frame by frame. */
export async function connect(url: string, protocols = ['graphql-transport-ws']) {
  const socket = new WebSocket(url, protocols);
  const frames: unknown[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()));
    for (const wake of waiting.splice(0)) wake();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await once(socket, 'open');
  const peer = {
    socket,
    closed,
    send: (message: object) => socket.send(JSON.stringify(message)),
    async next(): Promise<unknown> {
      while (frames.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return frames.shift();
    },
    async init(token: string): Promise<unknown> {
      peer.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      return peer.next();
    },
    subscribe: (id: string, query: string, variables: object = {}) =>
      peer.send({ id, type: 'subscribe', payload: { query, variables } }),
  };
  return peer;
}
