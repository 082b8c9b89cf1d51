import type { z } from 'zod';
import type { Operation } from '../http/execute.ts';
import { fieldsOf, type Fields, type None, type Route, type RouteFacts, withDefaults } from './route.ts';
import { strictObject } from './strict-object.ts';

/** The graph's own bound on `first`. */
const maxFirst = 200;

type Page = { readonly first: number; readonly after: string | undefined };

type Connection<Node> = {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

type PagedDefinition<Query extends z.ZodObject, Reply extends z.ZodType, Result, Variables, Node> = RouteFacts & {
  readonly method: 'get';
  readonly query: Query;
  readonly reply: Reply;
  readonly operation: Operation<Result, Variables>;
  readonly variables: (fields: Fields<None, Query, None>, page: Page) => Variables;
  readonly paging: (fields: Fields<None, Query, None>) => {
    readonly limit: number;
    readonly after?: string | undefined;
  };
  readonly connection: (data: Result) => Connection<Node>;
  readonly present: (nodes: readonly Node[], fields: Fields<None, Query, None>) => z.input<Reply>;
};

/** A list whose `limit` may be more than the graph answers at once; where there is more, `Link: rel="next"` leads on. */
export function pagedRoute<Query extends z.ZodObject, Reply extends z.ZodType, Result, Variables, Node>(
  definition: PagedDefinition<Query, Reply, Result, Variables, Node>,
): Route {
  const { query, operation, variables, paging, connection, present, ...facts } = definition;
  const none = strictObject({});
  return {
    ...withDefaults({ ...facts, pages: true }),
    params: none,
    query,
    body: none,
    example: undefined,
    document: operation,
    rebuild: null,
    resource: null,
    async run({ execute }, input) {
      const fields = fieldsOf<None, Query, None>({ query }, input);
      const { limit, after } = paging(fields);
      const nodes: Node[] = [];
      let pageInfo: Connection<Node>['pageInfo'] = { hasNextPage: true, endCursor: after ?? null };
      while (nodes.length < limit && pageInfo.hasNextPage) {
        const page = { first: Math.min(limit - nodes.length, maxFirst), after: pageInfo.endCursor ?? undefined };
        const found = connection(await execute(operation, variables(fields, page)));
        nodes.push(...found.nodes);
        pageInfo = found.pageInfo;
      }
      const next = { ...input.query, after: pageInfo.endCursor ?? '' };
      return {
        body: present(nodes, fields),
        headers: pageInfo.hasNextPage
          ? { Link: `<${input.path}?${new URLSearchParams(next).toString()}>; rel="next"` }
          : {},
      };
    },
  };
}
