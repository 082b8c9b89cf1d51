import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { requireInsider } from '../../src/access/actor.ts';
import type { GraphContext } from './context.ts';

/** The root fields that a visitor may ask; the rest is the workspace's. */
const visitors: ReadonlySet<string> = new Set([
  'Query.conversation',
  'Query.eventCursor',
  'Subscription.conversationEvents',
  'Subscription.conversationTyping',
  'Mutation.tellTyping',
]);

/** Has every root field but those refuse a visitor, before anything is looked up: also one that will be added. */
export function holdVisitors(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (root) hold(root);
  }
  return schema;
}

function hold(root: GraphQLObjectType): void {
  for (const field of Object.values(root.getFields())) {
    if (visitors.has(`${root.name}.${field.name}`)) continue;
    const { resolve, subscribe } = field;
    if (resolve) {
      field.resolve = (source, args, context: GraphContext, info) => {
        requireInsider(context.actor);
        return resolve(source, args, context, info);
      };
    }
    if (subscribe) {
      field.subscribe = (source, args, context: GraphContext, info) => {
        requireInsider(context.actor);
        return subscribe(source, args, context, info);
      };
    }
  }
}
