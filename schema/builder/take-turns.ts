import type { GraphQLSchema } from 'graphql';
import type { GraphContext } from './context.ts';

type CountedLater = { readonly countAll: () => Promise<number> };

const isCountedLater = (value: unknown): value is CountedLater =>
  typeof value === 'object' && value !== null && 'countAll' in value && typeof value.countAll === 'function';

/**
 * Has every field of `Query`, and what counts its list, wait for a turn of its key: an operation can hold a hundred of them,
 * and each is a statement that may read a whole table. What hangs below a row is read for all rows at once and needs none.
 */
export function takeTurns(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = async (source, args, context: GraphContext, info) => {
      const value: unknown = await context.turn(() => resolve(source, args, context, info));
      return isCountedLater(value) ? { ...value, countAll: () => context.turn(value.countAll) } : value;
    };
  }
  return schema;
}
