import type { GraphQLSchema } from 'graphql';
import type { GraphContext } from './context.ts';

/** What of a list is found out only where it is asked for. */
const later = ['countAll', 'hasNextPage', 'hasPreviousPage'] as const;
type Later = Readonly<Record<(typeof later)[number], () => Promise<unknown>>>;

const isLater = (value: unknown): value is Later =>
  typeof value === 'object' && value !== null && later.every((name) => typeof Reflect.get(value, name) === 'function');

/**
 * Has every field of `Query`, and what counts its list or looks beyond its page, wait for a turn of its key: an operation can hold a hundred of them,
 * and each is a statement that may read a whole table. What hangs below a row is read for all rows at once and needs none.
 */
export function takeTurns(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = async (source, args, context: GraphContext, info) => {
      const value: unknown = await context.turn(() => resolve(source, args, context, info));
      if (!isLater(value)) return value;
      return { ...value, ...Object.fromEntries(later.map((name) => [name, () => context.turn(value[name])])) };
    };
  }
  return schema;
}
