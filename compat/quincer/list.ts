import { invalid } from '../../src/errors.ts';
import type { NodeType } from '../../src/ids.ts';
import { graphId } from './ids.ts';

type Paging = {
  readonly limit: number;
  readonly starting_after?: string | undefined;
  readonly offset?: number | undefined;
};

/** @throws INVALID where a page is asked for in both ways at once. */
export function pageVariables(type: NodeType, { limit, starting_after: after, offset }: Paging) {
  if (after !== undefined && offset !== undefined) {
    throw invalid('Give either starting_after or offset, not both.', 'offset');
  }
  return { first: limit, after: graphId(type, after), offset };
}

type Connection<Node> = {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly Node[];
};

/** A page of nothing. */
export const emptyConnection = { totalCount: 0, pageInfo: { hasNextPage: false }, nodes: [] };

/** The two halves of a list's envelope; the legacy twin of `data` stands between them. */
export const toPage = <Node, Item>(
  url: string,
  { totalCount, pageInfo, nodes }: Connection<Node>,
  { limit, offset }: Paging,
  toItem: (node: Node) => Item,
) => ({
  page: { object: 'list' as const, data: nodes.map(toItem), has_more: pageInfo.hasNextPage, url },
  counts: { total: totalCount, limit, offset: offset ?? 0 },
});
