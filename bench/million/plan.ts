import type { Database } from '../../src/db/open/database.ts';
import type { Statement } from '../../test/support/count-statements.ts';

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Heap Fetches'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly Node[];
};
type Explained = { readonly 'QUERY PLAN': readonly [{ readonly Plan: Node; readonly 'Execution Time': number }] };

/** A statement, how it was planned for its values, and what it took on the server. */
export type Planned = {
  readonly ms: number;
  /** What was looked at in tables and indexes, whether it was wanted or passed over. */
  readonly rowsRead: number;
  /** Pages that were asked for, in memory or not. */
  readonly blocks: number;
  /** The tables that were read as a whole. */
  readonly scanned: readonly string[];
  readonly text: string;
};

const describe = (node: Node): string => {
  const removed = node['Rows Removed by Filter'];
  const fetched = node['Heap Fetches'];
  const loops = node['Actual Loops'];
  const own = [
    `${node['Node Type']}${node['Index Name'] ? ` ${node['Index Name']}` : ''} → ${node['Actual Rows']}${loops > 1 ? ` × ${loops}` : ''}`,
    removed ? `passed over ${removed}` : '',
    fetched ? `heap ${fetched}` : '',
  ];
  const below = (node.Plans ?? []).map(describe).join(' + ');
  return `${own.filter(Boolean).join(', ')}${below && ` ← ${below}`}`;
};

const allOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(allOf)];

/** What a bitmap of an index names is read from its table, and counted there. */
const rowsOf = (node: Node): number => {
  if (!node['Relation Name']) return 0;
  const passed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + passed) * node['Actual Loops'];
};

const shorten = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/"public"\."\w+"\./g, '')
    .replace(/^SELECT .*? FROM/i, 'SELECT … FROM')
    .replaceAll(/(\$\d+,){5,}\$\d+/g, '…')
    .slice(0, 330);

export async function planOf({ pool }: Pick<Database, 'pool'>, { text, values }: Statement): Promise<Planned> {
  const { rows } = await pool.query<Explained>(`explain (analyze, buffers, format json) ${text}`, [...values]);
  const explained = rows[0]?.['QUERY PLAN'][0];
  if (!explained) throw new Error(`There is no plan of ${text}`);
  const { Plan: plan, 'Execution Time': ms } = explained;
  const nodes = allOf(plan);
  return {
    ms,
    rowsRead: nodes.map(rowsOf).reduce((sum, count) => sum + count, 0),
    blocks: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
    scanned: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [])),
    text: `${ms.toFixed(1)} ms: ${describe(plan)}\n      ${shorten(text)}`,
  };
}
