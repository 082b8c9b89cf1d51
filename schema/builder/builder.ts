import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin, { type AuthFailure, AuthScopeFailureType } from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import type PrismaTypes from '../../src/db/generated/pothos-types.ts';
import { getDatamodel } from '../../src/db/generated/pothos-types.ts';
import type { Scope } from '../../src/access/scopes.ts';
import { requireInsider } from '../../src/access/actor.ts';
import { showsEvents } from '../../src/domain/events/event-scopes.ts';
import { forbidden, invalidBy } from '../../src/errors.ts';
import type { JsonObject } from '../../src/domain/input.ts';
import type { GraphContext } from './context.ts';
import { keepArguments } from './keep-arguments.ts';

/** The scopes whose lack refused a field; Pothos tells them as one failure that is made of others. */
function lackingScopes(failure: AuthFailure): string[] {
  if ('failures' in failure) return failure.failures.flatMap(lackingScopes);
  return failure.kind === AuthScopeFailureType.AuthScope ? [failure.parameter].flat().map(String) : [];
}

type SchemaShapes = {
  Context: GraphContext;
  PrismaTypes: PrismaTypes;
  AuthScopes: {
    scope: Scope;
    /** Or else that the log is shown to it, and this of it. */
    event: Scope;
    /** Not a visitor, who is shown a conversation and nothing around it. */
    insider: boolean;
  };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: JsonObject; Output: unknown };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
};

export const builder = new SchemaBuilder<SchemaShapes>({
  plugins: [keepArguments, ScopeAuthPlugin, PrismaPlugin, RelayPlugin, ValidationPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authScopes: ({ actor }) => ({
      scope: (scope) => actor.scopes.has(scope),
      event: (scope) => showsEvents(actor, scope),
      insider: actor.conversationId === null,
    }),
    unauthorizedError: (_parent, { actor }, _info, { failure }) => {
      requireInsider(actor);
      const [scope = 'a further one'] = lackingScopes(failure);
      return forbidden(`API key lacks required scope: ${scope}`, { scope });
    },
  },
  prisma: {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Pothos wants a whole client; it only ever reads
    client: ({ db }: GraphContext) => db as never,
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    onUnusedQuery: null,
  },
  relay: {
    cursorType: 'ID',
    edgeCursorType: 'ID',
    pageInfoCursorType: 'ID',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodesOnConnection: true,
    nodeTypeOptions: { description: 'Anything that has an id of its own and can be fetched again by it.' },
    idFieldOptions: { description: 'Its id, unique among everything.' },
  },
  validation: {
    validationError: ({ issues }) =>
      invalidBy(
        issues.map(({ path = [], message }) => ({
          path: path.map((part) => (typeof part === 'object' ? part.key : part)),
          message,
        })),
      ),
  },
  complexity: { defaultComplexity: 1, defaultListMultiplier: 5 },
});

builder.queryType({ description: 'What can be read.' });
builder.mutationType({
  description: 'What can be changed. Every mutation answers an object that names what it changed.',
});
builder.subscriptionType({
  description:
    'What can be followed live. A subscription is a position in the log: `after` an event id it first replays what was missed, then goes live, without gap or duplicate. Without `after` it begins now; `evt_0000000000000000` is the oldest event kept. An id that is not kept answers CURSOR_EXPIRED.',
});

/** The builder's types, for functions that take one of its field builders. */
export type Types = typeof builder.$inferSchemaTypes;
