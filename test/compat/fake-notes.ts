import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { buildSchema, execute, parse } from 'graphql';
import { z } from 'zod';
import { signupActor, type Actor } from '../../src/access/actor.ts';
import { dialects } from '../../src/access/dialects.ts';
import { dialectOfToken } from '../../src/access/credentials.ts';
import { createRateLimits, defaultRateLimitPolicy, type RateLimitPolicy } from '../../src/access/rate-limit.ts';
import { systemClock } from '../../src/clock.ts';
import type { IdempotencyClaim, StoredRequest } from '../../src/db/write/idempotency.ts';
import { conflict, DomainError, IdempotencyReplay, notFound, unauthenticated } from '../../src/errors.ts';
import { ai93Errors } from '../../compat/ai93/errors.ts';
import { clawcrmErrors } from '../../compat/clawcrm/errors.ts';
import type { RestDialect } from '../../compat/dialect.ts';
import type { ExecuteDocument, Operation } from '../../compat/http/execute.ts';
import { mountCompat } from '../../compat/http/mount.ts';
import { quincerErrors } from '../../compat/quincer/errors.ts';
import { keepNothing } from '../../src/server/kept/kept-answers.ts';
import { page, route } from '../../compat/route/route.ts';
import { queryObject, strictObject } from '../../compat/route/strict-object.ts';

/** A graph as small as one can be, to see the layer above it at work. */
const schema = buildSchema(`
  type Note { id: ID!, text: String! }
  type Query { note(id: ID!): Note!, notes(label: String): [Note!]! }
  type Mutation { saveNote(id: ID!, text: String!): Note!, signUp(email: String!): Note! }
`);

type Note = { id: string; text: string };

const operation = <Result, Variables>(text: string): Operation<Result, Variables> => parse(text);
const NoteDocument = operation<{ note: Note }, { id: string }>('query Note($id: ID!) { note(id: $id) { id text } }');
const NotesDocument = operation<{ notes: Note[] }, { label: string | null }>(
  'query Notes($label: String) { notes(label: $label) { id text } }',
);
const SaveNoteDocument = operation<{ saveNote: Note }, { id: string; text: string }>(
  'mutation SaveNote($id: ID!, $text: String!) { saveNote(id: $id, text: $text) { id text } }',
);
const SignUpDocument = operation<{ signUp: Note }, { email: string }>(
  'mutation SignUp($email: String!) { signUp(email: $email) { id text } }',
);

const WireNote = z.object({ id: z.string(), text: z.string() });
const noteId = strictObject({ id: z.string() });

const notes = route({
  method: 'get',
  path: '/notes',
  kind: 'read',
  scope: 'leads:read',
  summary: 'List notes',
  aliases: { paths: ['/memos'], query: { labelName: 'label_name' } },
  query: queryObject({ label_name: z.string().optional() }),
  reply: z.object({ data: z.array(WireNote) }),
  operation: NotesDocument,
  variables: ({ query }) => ({ label: query.label_name ?? null }),
  present: (data) => ({ data: data.notes }),
});

const note = route({
  method: 'get',
  path: '/notes/:id',
  kind: 'read',
  scope: 'leads:read',
  summary: 'One note',
  params: noteId,
  reply: WireNote,
  operation: NoteDocument,
  variables: ({ params }) => ({ id: params.id }),
  present: (data) => data.note,
});

const saveNote = route({
  method: 'post',
  path: '/notes/:id',
  kind: 'write',
  scope: 'leads:write',
  summary: 'Save a note',
  aliases: { methods: ['patch'], body: { noteText: 'text' } },
  params: noteId,
  body: strictObject({ text: z.string().max(2_000_000), label: strictObject({ name: z.string() }).optional() }),
  reply: WireNote,
  operation: SaveNoteDocument,
  variables: ({ params, body }) => ({ id: params.id, text: body.text }),
  present: (data) => data.saveNote,
  rebuild: {
    operation: NoteDocument,
    variables: (_, resourceId) => ({ id: resourceId ?? '' }),
    present: (data) => data.note,
    scope: 'leads:read',
  },
});

const mintSecret = route({
  method: 'post',
  path: '/notes/:id/secret',
  kind: 'write',
  scope: 'leads:write',
  tellsOnce: true,
  status: 201,
  summary: 'Make a secret',
  params: noteId,
  reply: WireNote,
  operation: SaveNoteDocument,
  variables: ({ params }) => ({ id: params.id, text: 'a secret' }),
  present: (data) => data.saveNote,
});

const other = route({
  method: 'get',
  path: '/notes/latest',
  kind: 'read',
  scope: null,
  summary: 'The latest note',
  reply: WireNote,
  operation: NotesDocument,
  variables: () => ({ label: null }),
  present: (data) => data.notes.at(-1) ?? { id: '', text: '' },
});

const signup = route({
  method: 'post',
  path: '/signup',
  kind: 'write',
  scope: null,
  access: 'public',
  tellsOnce: true,
  status: 201,
  summary: 'Sign up',
  hints: { CONFLICT: 'Choose another name.' },
  body: strictObject({ email: z.string() }),
  reply: WireNote,
  operation: SignUpDocument,
  variables: ({ body }) => body,
  present: (data) => data.signUp,
});

const signupHelp = page({
  method: 'get',
  path: '/signup',
  kind: 'read',
  scope: null,
  access: 'public',
  summary: 'How to sign up',
  reply: z.object({ how: z.string() }),
  present: () => ({ how: 'POST' }),
});

const scheme = { name: 'key', description: 'A key.' };
const v1 = { basePath: '/api/v1', acceptsApiKeyHeader: false, scheme };
export const quincer: RestDialect = {
  ...v1,
  name: 'quincer',
  title: 'Notes Q',
  keys: 'QUINCER',
  routes: [notes, note, other, saveNote, mintSecret],
  ...quincerErrors,
};
export const ai93: RestDialect = {
  ...v1,
  name: 'ai93',
  title: 'Notes K',
  keys: 'AI93',
  routes: [notes],
  ...ai93Errors,
};
export const clawcrm: RestDialect = {
  name: 'clawcrm',
  title: 'Notes C',
  keys: 'CLAWCRM',
  basePath: '/api/openclaw',
  acceptsApiKeyHeader: true,
  scheme,
  routes: [notes, signup, signupHelp],
  ...clawcrmErrors,
};

/** Whose widgets post: the same vendor's shapes at an address of its own. */
const chat: RestDialect = { ...quincer, keys: 'WIDGET', basePath: '/api/chat', routes: [] };

const tail = 'x'.repeat(43);
export const keys = {
  quincer: `cw_dev_${tail}`,
  readOnly: `cw_dev_${'r'.repeat(43)}`,
  ai93: `ai93_live_${tail}`,
  clawcrm: `rcm_live_${tail}`,
  graphql: `tby_${tail}`,
  widget: `cw_live_${tail}`,
  unknown: `cw_dev_${'u'.repeat(43)}`,
};

async function authenticate(token: string, requestId: string): Promise<Actor> {
  const dialect = dialectOfToken(token);
  if (!dialect || !Object.values(keys).includes(token) || token === keys.unknown) throw unauthenticated('Unknown key.');
  return {
    orgId: 'org_1',
    apiKeyId: token,
    dialect,
    scopes: new Set(token === keys.readOnly ? ['leads:read'] : ['leads:read', 'leads:write']),
    businessId: null,
    memberId: null,
    role: null,
    widgetId: null,
    conversationId: null,
    tier: 'FREE',
    expiresAt: null,
    requestId,
  };
}

function createNotes() {
  const rows = new Map<string, Note>([['n1', { id: 'n1', text: 'first' }]]);
  const stored = new Map<string, StoredRequest>();
  const seen = {
    saves: 0,
    reports: [] as unknown[],
    actors: [] as Actor[],
    loseResponses: false,
    aliases: [] as string[],
  };

  function save({ id, text }: Note, claim: IdempotencyClaim | null): Note {
    if (text === 'taken') throw conflict('That note is taken.');
    if (text === 'invalid') throw new DomainError('INVALID', 'The text is not valid.');
    if (text === 'broken') throw new Error('secret detail');
    if (claim) {
      if (stored.has(claim.key)) throw new IdempotencyReplay();
      stored.set(claim.key, { requestHash: claim.requestHash, resourceId: id, response: null });
    }
    seen.saves += 1;
    rows.set(id, { id, text });
    return { id, text };
  }

  const executeDocument: ExecuteDocument = async ({ actor, document, variables, idempotency }) => {
    seen.actors.push(actor);
    return execute({
      schema,
      document,
      variableValues: variables as Record<string, unknown>,
      rootValue: {
        notes: ({ label }: { label: string | null }) =>
          [...rows.values()].filter(({ text }) => !label || text === label),
        note({ id }: { id: string }) {
          const found = rows.get(id);
          if (!found) throw notFound('note');
          return found;
        },
        saveNote: (input: Note) => save(input, idempotency),
        signUp({ email }: { email: string }) {
          if (email === 'known@example.com') throw conflict('This email has a workspace.');
          return { id: 'org', text: email };
        },
      },
    });
  };

  const idempotency = {
    find: async (_: Actor, key: string) => stored.get(key) ?? null,
    async saveResponse(_: Actor, claim: IdempotencyClaim, response: { status: number; body: string }) {
      if (seen.loseResponses) throw new Error('The store is down.');
      const row = stored.get(claim.key) ?? { requestHash: claim.requestHash, resourceId: null };
      stored.set(claim.key, { ...row, response });
    },
  };
  return { rows, seen, kept: stored, executeDocument, idempotency };
}

const nothingFor = async () => Promise.reject(notFound('visitor'));

type Call = { key?: string; headers?: Record<string, string>; body?: unknown };

/** The layer on a real port, over a graph of notes. */
export async function serveNotes({ policy = defaultRateLimitPolicy }: { policy?: RateLimitPolicy } = {}) {
  const { rows, seen, kept, executeDocument, idempotency } = createNotes();
  const app = express().use(
    mountCompat({
      base: '',
      authenticate,
      dialectOfToken,
      homeOf: (dialect) => dialects[dialect].home,
      stranger: signupActor,
      execute: executeDocument,
      subscribe: nothingFor,
      authenticateVisitor: nothingFor,
      rowVersion: async () => null,
      exportLeads: async function* () {},
      kept: { answers: keepNothing, isKeepable: () => false },
      aliasUsed: (_, alias) => seen.aliases.push(alias),
      rateLimits: createRateLimits({ clock: systemClock, policy }),
      idempotency,
      report: (error) => seen.reports.push(error),
      toFailure: (error) => error,
      surfaces: [
        { basePath: chat.basePath, dialects: [chat], fallback: chat },
        { basePath: '/api/openclaw', dialects: [clawcrm], fallback: clawcrm },
        { basePath: '/api/v1', dialects: [quincer, ai93], fallback: ai93 },
      ],
      fallback: ai93,
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function call(method: string, path: string, init: Call = {}) {
    const headers = new Headers(init.headers);
    if (init.key !== undefined) headers.set('authorization', `Bearer ${init.key}`);
    const raw = typeof init.body === 'string' || init.body instanceof Uint8Array;
    if (init.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const body = init.body === undefined || raw ? init.body : JSON.stringify(init.body);
    const sent = { method, headers, body: (body ?? null) as string };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, sent);
    const text = await response.text();
    const json = text === '' ? null : (JSON.parse(text) as Record<string, unknown>);
    return { status: response.status, headers: response.headers, text, json };
  }

  async function close() {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  }
  return { call, close, rows, seen, kept, port };
}
